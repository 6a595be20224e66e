package io.lava4j.connector.mysql;

import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Loses the connection once somebody else waits for the target's lock, who is then the first to get it: before the session
 * that looks what has become of the lost one.
 */
final class NextInLine implements FaultyNetwork.Fault {

    private final DatabaseServer server;
    private final Runnable work;
    private final boolean arrives;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private NextInLine(DatabaseServer server, Runnable work, boolean arrives) {
        this.server = server;
        this.work = work;
        this.arrives = arrives;
    }

    /** Another session, with statements of its own. */
    static NextInLine executing(DatabaseServer server, Database database, boolean arrives, String... statements) {
        List<String> all = new ArrayList<>();
        locks(database).forEach(lock -> all.add("DO GET_LOCK('" + lock + "', 300)"));
        all.addAll(List.of(statements));
        return new NextInLine(server, () -> database.execute(all.toArray(String[]::new)), arrives);
    }

    /** Of the table and of the two that are switched, in the order in which runs take them. */
    private static List<String> locks(Database database) {
        String name = "SELECT CONCAT('lava:', LEFT(SHA2('" + database.name() + ".%s', 256), 40)) AS name";
        return database
                .query(name.formatted("t") + " UNION " + name.formatted("t_a") + " UNION " + name.formatted("t_b")
                        + " ORDER BY name")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** Another run of ours, which waits for its turn. */
    static NextInLine running(DatabaseServer server, boolean arrives, Load load) {
        return new NextInLine(server, load::run, arrives);
    }

    @Override
    public boolean strike(OutputStream client, OutputStream lost, byte[] statement, int length) throws IOException {
        CompletableFuture.runAsync(work).whenComplete((nothing, failed) -> {
            if (failed == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failed);
            }
        });
        awaitWaiting();
        if (arrives) {
            lost.write(statement, 0, length);
        }
        return arrives;
    }

    /** Waits for its end. */
    void join() {
        done.join();
    }

    private void awaitWaiting() {
        String waiting = "SELECT id FROM information_schema.processlist WHERE state = 'User lock'";
        Until.is(
                "somebody else waits for the lock",
                () -> done.isDone() || !server.query(waiting).isEmpty());
    }
}
