package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.Secret;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A load whose server says nothing for a while, and what a second session finds out about it. It waits for most of the
 * time, and for long: a machine that lets a thread rest for a second or two must not pass for a server that does.
 */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class WatchTest {

    /** The object's content with its length and number in the answer to a load. */
    private static final String DATA = "\\x02\\x00\\x00\\x021\\n";

    /** Longer than a busy machine lets a thread rest. */
    private static final Duration STALL = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aServerThatTakesNoSecondSessionIsLeftToWork(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 8);
        server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");

        assertEquals(1, slowLoad(database).run().rows());
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aServerThatCannotBeAskedTenTimesInARowEndsTheLoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 120);
        server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");
        Load load = slowLoad(database);
        load.settings = limits(Duration.ofSeconds(1));

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "the server has not answered for \\d+ s, and could not be asked whether it works on the load:"
                                + " connection 'test': server 127.0.0.1:\\d+ refuses the login: User '?"
                                + database.user() + "'? (has exceeded the 'max_user_connections' resource \\(current"
                                + " value: 1\\) \\(error 1226\\)|already has more than 'max_user_connections' active"
                                + " connections \\(error 1203\\)); check that it runs, and run the job again; nothing was loaded, table '"
                                + database.name()
                                + ".t' is as it was"),
                failure);
        assertEquals(List.of(), server.query("SELECT id FROM " + database.name() + ".t"));
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aSessionThatIsIdleAtTheServerEndsTheLoad(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = plainTable(product, server);

        try (SilentNetwork network = new SilentNetwork(server.port(), DATA)) {
            Load load = plainLoad(database, network);
            load.settings = limits(STALL);

            String failure = load.failure(JobFailedException.class);

            assertTrue(
                    failure.matches(
                            "the server has not answered for \\d+ s, and does not work on the load any more; run the job again;"
                                    + " nothing was loaded, table '.*' is as it was"),
                    failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void theSecondSessionAsksNoStoreOfSecrets(Product product, Sandbox sandbox) {
        Load load = slowLoad(watchedTable(product.in(sandbox)));
        load.context.readings = 0;

        assertEquals(1, load.run().rows());
        assertEquals(1, load.context.readings);
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void theSecondSessionTakesFreshCredentialsWhenThoseOfTheFirstAreRefused(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = watchedTable(server);
        Load load = slowLoad(database);
        load.context.readings = 0;

        try (Prepared prepared = load.prepare()) {
            server.execute("ALTER USER " + database.user() + " IDENTIFIED BY 'Fresh1'");
            load.context.credentials = LentContext.credentials(database.user(), "Fresh1");

            assertEquals(1, prepared.run(new Listener() {}).rows());
        }
        assertTrue(load.context.readings > 1);
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void theSecondSessionIsKeptAndLogsInOnce(Product product, Sandbox sandbox) {
        Database database = slowTable(product.in(sandbox), 13);
        Load load = slowLoad(database);
        load.context.credentials = shortLived(database);
        load.context.readings = 0;

        assertEquals(1, load.run().rows());
        assertEquals(2, load.context.readings);
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void credentialsThatCannotBeHadAnyMoreEndNoLoadThatWorks(Product product, Sandbox sandbox) {
        Database database = slowTable(product.in(sandbox), 8);
        Load load = slowLoad(database);
        load.settings = limits(Duration.ofMillis(500));
        load.context.credentials = shortLived(database);
        load.context.whenRead =
                () -> load.context.expired = Optional.of(new CredentialsException("the AWS credentials have expired"));

        assertEquals(1, load.run().rows());
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aDefectInTheWatchEndsTheWorkToo(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 20);
        Load load = slowLoad(database);

        try (Prepared prepared = load.prepare()) {
            server.execute("ALTER USER " + database.user() + " IDENTIFIED BY 'Fresh1'");
            load.context.trouble = Optional.of(new LinkageError("the vault is broken"));

            assertEquals(
                    "the vault is broken",
                    assertThrows(LinkageError.class, () -> prepared.run(new Listener() {}))
                            .getMessage());
            awaitNoSession(server, database);
        }
        assertEquals(List.of(), server.query("SELECT id FROM " + database.name() + ".t"));
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aServerThatFallsSilentAfterTheLoginIsGivenUp(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = plainTable(product, server);

        try (SilentNetwork network = new SilentNetwork(server.port(), "SELECT CONNECTION_ID")) {
            assertEquals(
                    "connection 'test': server 127.0.0.1:" + network.port()
                            + " cannot be reached: no answer within 10 s; check host and port, and that the server runs",
                    plainLoad(database, network).failure(JobFailedException.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aSecondSessionThatFallsSilentIsGivenUp(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = plainTable(product, server);
        slowDown(database, 8);

        try (SilentNetwork network = new SilentNetwork(server.port(), "information_schema.processlist")) {
            Load load = plainLoad(database, network);
            load.settings = limits(STALL);

            assertEquals(1, load.run().rows());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aServerThatWorksLongerThanTheStallLimitIsLeftAlone(Product product, Sandbox sandbox) {
        Load load = slowLoad(slowTable(product.in(sandbox), 8)).of("2\n");

        assertEquals(2, load.run().rows());
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void dataThatStallsEndsTheLoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 0);
        Stalling stalling = new Stalling();
        Load load = Load.into(database, "t").of(stalling, 1000);
        load.settings = limits(STALL);

        String failure = load.failure(JobFailedException.class);
        stalling.release.countDown();

        assertEquals(
                "the object store has sent no data for 5 s; check the network, and run the job again; nothing was loaded, table '"
                        + database.name() + ".t' is as it was",
                failure);
        awaitNoSession(server, database);
        assertEquals(List.of(), database.query("SELECT id FROM t"));
    }

    /** As a token is: made anew for each login. */
    private static Credentials shortLived(Database database) {
        return new Credentials(
                database.user(),
                new Secret(database.password()),
                Optional.of(Instant.now().plusSeconds(900)));
    }

    private static void awaitNoSession(DatabaseServer server, Database database) {
        String sessions = "SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'";
        Until.is("no session is left", () -> server.query(sessions).isEmpty());
    }

    private static LoadSettings limits(Duration stall) {
        return new LoadSettings(stall, Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    private static Load slowLoad(Database database) {
        Load load = Load.into(database, "t").of("1\n");
        load.settings = limits(STALL);
        return load;
    }

    /** The server works on a row of it until its user has another session. */
    private static Database watchedTable(DatabaseServer server) {
        Database database = slowTable(server, 0);
        database.execute(
                "DROP TRIGGER slow",
                "CREATE TRIGGER watched BEFORE INSERT ON t FOR EACH ROW WHILE (SELECT COUNT(*) FROM"
                        + " information_schema.processlist WHERE user = '" + database.user()
                        + "') < 2 DO SET @slept = SLEEP(0.1); END WHILE");
        return database;
    }

    private static Database slowTable(DatabaseServer server, int seconds) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
        slowDown(database, seconds);
        return database;
    }

    private static void slowDown(Database database, int seconds) {
        database.execute("CREATE TRIGGER slow BEFORE INSERT ON t FOR EACH ROW SET @slept = SLEEP(" + seconds + ")");
    }

    private static Load plainLoad(Database database, SilentNetwork network) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .with("port", network.port())
                .of("1\n");
    }

    /** With a user whose password travels without TLS. */
    private static Database plainTable(Product product, DatabaseServer server) {
        Database database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
        String user = "plain" + database.name();
        server.execute(
                "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password"
                        + (product == Product.MYSQL ? " BY 'secret'" : " USING PASSWORD('secret')"),
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        return database;
    }
}
