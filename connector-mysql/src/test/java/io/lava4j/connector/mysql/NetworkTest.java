package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.FaultyNetwork.Fault;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks and servers that do what they should not. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class NetworkTest {

    /** A query that is nothing but this; what stands before its text depends on the server. */
    private static final String COMMIT = "\\x03.{0,2}(?i:commit)$";

    /** The object's content with its length and number in the answer to a load. */
    private static final String DATA = "\\x02\\x00\\x00\\x021\\n";

    private static final List<List<String>> OLD = List.of(List.of("0"));
    private static final List<List<String>> NEW = List.of(List.of("1"));

    @ParameterizedTest
    @EnumSource
    void aCommitThatIsLostMayOrMayNotHaveHappened(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);

        String lost = failure(server, database, COMMIT, Fault.LOST);

        assertUnknown(database, lost);
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostHasHappenedAndIsNotCalledAFailureOfTheData(Product product, Sandbox sandbox)
            throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);

        String lost = failure(server, database, COMMIT, Fault.ANSWER_LOST);

        assertUnknown(database, lost);
        assertEquals(NEW, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionLostInTheLoadLeavesTheTableAlone(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);

        String inLoad = failure(server, database, DATA, Fault.LOST);

        String beforeLoad = failure(server, database, "DELETE FROM .*`$", Fault.LOST);

        String lost = "the connection to the server was lost; nothing was loaded, table '" + database.name()
                + ".t' is as it was";
        assertEquals("object 's3://bucket/part-0', " + lost, inLoad);
        assertEquals("table '" + database.name() + ".t': " + lost, beforeLoad);
        assertEquals(OLD, rows(database));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionLostRightAfterTheLoginIsSaidInOneSentence(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);

        String lost = failure(server, database, "SELECT @@sql_mode", Fault.LOST);

        assertTrue(
                lost.matches(
                        "connection 'test': server 127.0.0.1:\\d+ cannot be reached: the connection was lost; check"
                                + " host and port, and that the server runs"),
                lost);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksForAFileGetsNone(Product product, Sandbox sandbox, @TempDir Path folder) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = table(product, server);
        Path file = Files.writeString(folder.resolve("secret"), "the secret");

        for (String statement : List.of("SELECT @@sql_mode", "SET autocommit=0", "DELETE FROM", COMMIT)) {
            FaultyNetwork network = FaultyNetwork.before(server.port(), statement, Fault.asksFor(file.toString()));
            try (network) {
                load(server, database).with("port", network.port()).failure(JobFailedException.class);
                assertTrue(network.wasTriggered(), statement);
                assertFalse(network.sentAfterFault().contains("the secret"), statement);
            }
        }
        assertEquals(OLD, rows(database));
    }

    private static void assertUnknown(Database database, String failure) {
        assertTrue(
                failure.matches(
                        "table '" + database.name() + "\\.t': the connection was lost in COMMIT, so the load may or"
                                + " may not be committed\\. How to look: when session \\d+ is gone from SHOW PROCESSLIST,"
                                + " look in the table for rows of the data; only when there are none, run the job again"),
                failure);
    }

    private static String failure(DatabaseServer server, Database database, String statement, Fault fault)
            throws IOException {
        try (FaultyNetwork network = FaultyNetwork.before(server.port(), statement, fault)) {
            Load load = load(server, database).with("port", network.port());
            return load.failure(JobFailedException.class);
        }
    }

    private static Load load(DatabaseServer server, Database database) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .mode(Mode.DELETE)
                .of("1\n");
    }

    private static Database table(Product product, DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        return database;
    }

    private static List<List<String>> rows(Database database) {
        return database.query("SELECT id FROM t");
    }
}
