package io.lava4j.distribution.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** Somebody else's session at the tables of a load. */
final class Others implements AutoCloseable {

    private final Site site;
    private final Connection connection;

    Others(Site site) {
        this.site = site;
        try {
            connection = site.served().server().connect();
            connection.setCatalog(site.schema());
            connection.setAutoCommit(false);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    Others executes(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Reads a table, and keeps its transaction open. */
    Others reads(String table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return this;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Waits until the load waits for a lock, or the job has ended. */
    void awaitWaiting(Thread job) {
        String waiting = "SELECT COUNT(*) FROM information_schema.innodb_trx JOIN information_schema.processlist"
                + " ON id = trx_mysql_thread_id WHERE trx_state = 'LOCK WAIT' AND user = '" + site.user() + "'";
        while (job.isAlive() && site.served().query(waiting).get(0).get(0).equals("0")) {
            LockSupport.parkNanos(150_000_000);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException gone) {
            // Ended with its server.
        }
    }
}
