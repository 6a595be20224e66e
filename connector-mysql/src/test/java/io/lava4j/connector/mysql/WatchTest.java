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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A load whose server says nothing for a while, and what a second session finds out about it. */
@Timeout(60)
@ExtendWith(SandboxExtension.class)
class WatchTest {

    /** The object's content with its length and number in the answer to a load. */
    private static final String DATA = "\\x02\\x00\\x00\\x021\\n";

    @ParameterizedTest
    @EnumSource
    void aServerThatTakesNoSecondSessionIsLeftToWork(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 2);
        server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");

        assertEquals(1, slowLoad(database).run().rows());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatCannotBeAskedTenTimesInARowEndsTheLoad(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 10);
        server.execute("ALTER USER " + database.user() + " WITH MAX_USER_CONNECTIONS 1");
        Load load = slowLoad(database);

        String failure = load.failure(JobFailedException.class);

        assertTrue(
                failure.matches(
                        "the server has not answered for [5-9] s, and could not be asked whether it works on the load:"
                                + " connection 'test': server 127.0.0.1:\\d+ refuses the login: User '?"
                                + database.user() + "'? (has exceeded the 'max_user_connections' resource \\(current"
                                + " value: 1\\) \\(error 1226\\)|already has more than 'max_user_connections' active"
                                + " connections \\(error 1203\\)); nothing was loaded, table '" + database.name()
                                + ".t' is as it was"),
                failure);
        assertEquals(List.of(), server.query("SELECT id FROM " + database.name() + ".t"));
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatIsIdleAtTheServerEndsTheLoad(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = plainTable(product, server);

        try (SilentNetwork network = new SilentNetwork(server.port(), DATA)) {
            Load load = plainLoad(database, network);
            load.settings = limits(Duration.ofSeconds(1));

            String failure = load.failure(JobFailedException.class);

            assertTrue(
                    failure.matches("the server has not answered for [1-9] s, and does not work on the load any more;"
                            + " nothing was loaded, table '.*' is as it was"),
                    failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSecondSessionAsksNoStoreOfSecrets(Product product, Sandbox sandbox) {
        Load load = slowLoad(slowTable(product.in(sandbox), 2));
        load.context.readings = 0;

        assertEquals(1, load.run().rows());
        assertEquals(1, load.context.readings);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondSessionTakesFreshCredentialsWhenThoseOfTheFirstAreRefused(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 2);
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
    void theSecondSessionIsKeptAndLogsInOnce(Product product, Sandbox sandbox) {
        Database database = slowTable(product.in(sandbox), 4);
        Load load = slowLoad(database);
        load.context.credentials = shortLived(database);
        load.context.readings = 0;

        assertEquals(1, load.run().rows());
        assertEquals(2, load.context.readings);
    }

    @ParameterizedTest
    @EnumSource
    void credentialsThatCannotBeHadAnyMoreEndNoLoadThatWorks(Product product, Sandbox sandbox) {
        Database database = slowTable(product.in(sandbox), 8);
        Load load = slowLoad(database);
        load.context.credentials = shortLived(database);

        try (Prepared prepared = load.prepare()) {
            load.context.expired = Optional.of(new CredentialsException("the AWS credentials have expired"));

            assertEquals(1, prepared.run(new Listener() {}).rows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefectInTheWatchEndsTheWorkToo(Product product, Sandbox sandbox) {
        DatabaseServer server = product.in(sandbox);
        Database database = slowTable(server, 2);
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
    void aSecondSessionThatFallsSilentIsGivenUp(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.withoutTls(sandbox);
        Database database = plainTable(product, server);
        slowDown(database, 2);

        try (SilentNetwork network = new SilentNetwork(server.port(), "information_schema.processlist")) {
            Load load = plainLoad(database, network);
            load.settings = limits(Duration.ofMillis(500));

            assertEquals(1, load.run().rows());
        }
    }

    /** As a token is: made anew for each login. */
    private static Credentials shortLived(Database database) {
        return new Credentials(
                database.user(),
                new Secret(database.password()),
                Optional.of(Instant.now().plusSeconds(900)));
    }

    private static void awaitNoSession(DatabaseServer server, Database database) {
        // A server needs a moment to notice; the test's own time limit bounds it.
        while (!server.query("SELECT id FROM information_schema.processlist WHERE user = '" + database.user() + "'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static LoadSettings limits(Duration stall) {
        return new LoadSettings(stall, Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    private static Load slowLoad(Database database) {
        Load load = Load.into(database, "t").of("1\n");
        load.settings = limits(Duration.ofMillis(500));
        return load;
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
