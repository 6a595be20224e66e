import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the Aurora stand-in costs: the same work through it and past it, in turn, in one run; medians and their ratio. */
final class Aurora {
    private static final int QUERIES = 2_000;
    private static final int MEGABYTES = 500;

    /** Rounds until the compiler of the JVM is quiet. */
    private static final int WARM_UP = 10;

    private final Database database;
    private final AuroraServer server;
    private final int rounds;

    private Aurora(AuroraServer server, int rounds) {
        this.server = server;
        this.database = server.newDatabase();
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws SQLException {
        try (var sandbox = Sandbox.open()) {
            var bench = new Aurora(sandbox.aurora(), Integer.parseInt(arguments[0]));
            bench.fill();
            System.out.printf("what\tTLS\tpast, ms\tthrough, ms\ttime through / past%n");
            for (String tls : List.of("DISABLED", "REQUIRED")) {
                bench.compare("SELECT 1, " + QUERIES + " times", tls, Aurora::small);
                bench.compare(MEGABYTES + " MB result", tls, Aurora::big);
            }
        }
    }

    /** A small table that a join makes a large result of: the server spends little on it. */
    private void fill() {
        database.execute(
                "SET SESSION cte_max_recursion_depth = 1000000",
                "CREATE TABLE wide (a INT PRIMARY KEY, pad VARCHAR(10000))",
                "CREATE TABLE many (a INT PRIMARY KEY)",
                "INSERT INTO wide WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n WHERE a < 1000)"
                        + " SELECT a, REPEAT('x', 1000) FROM n",
                "INSERT INTO many SELECT a FROM wide WHERE a <= " + MEGABYTES);
    }

    private void compare(String what, String tls, Work work) throws SQLException {
        var past = new ArrayList<Double>();
        var through = new ArrayList<Double>();
        try (Connection direct = connect(server.behind().port(), tls);
                Connection relayed = connect(server.port(), tls)) {
            for (int round = 0; round < WARM_UP; round++) {
                milliseconds(work, direct);
                milliseconds(work, relayed);
            }
            for (int round = 0; round < rounds; round++) {
                past.add(milliseconds(work, direct));
                through.add(milliseconds(work, relayed));
            }
        }
        System.out.printf(
                "%s\t%s\t%.0f\t%.0f\t%.2f%n",
                what, tls.equals("REQUIRED") ? "yes" : "no", median(past), median(through), median(through) / median(past));
    }

    private Connection connect(int port, String tls) throws SQLException {
        var source = new MysqlDataSource();
        source.setServerName(server.host());
        source.setPort(port);
        source.setDatabaseName(database.name());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setSslMode(tls);
        source.setAllowPublicKeyRetrieval(true);
        return source.getConnection();
    }

    private static double milliseconds(Work work, Connection connection) throws SQLException {
        long start = System.nanoTime();
        work.on(connection);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void small(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < QUERIES; i++) {
                try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                    rows.next();
                }
            }
        }
    }

    private static void big(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT wide.pad FROM many STRAIGHT_JOIN wide",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            long bytes = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bytes += rows.getBytes(1).length;
                }
            }
            if (bytes != MEGABYTES * 1_000_000L) {
                throw new IllegalStateException("The result has " + bytes + " bytes");
            }
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
