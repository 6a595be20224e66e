package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleAuthentication;
import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections of a run: where their credentials come from, what is refused, what is given back. */
final class ConnectionsTest {

    private static final String FROM_SECRET =
            """
            conn_id: dwh
            type: sample
            enabled: true
            level: low
            secret_id: prod/dwh
            """;

    @TempDir
    Path directory;

    private Workspace specs;
    private Path file;
    private final Store store = new Store();

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        file = specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("login dwh");
    }

    @Test
    void thePasswordIsWhatTheNamedParameterHolds() {
        store.parameters.put("/lava/dev/dwh", "hunter2");

        assertEquals(List.of("opened dwh", login("loader", "hunter2"), "closed dwh"), events(run()));
    }

    @Test
    void aParameterWinsOverASecret() {
        specs.write("connections/dwh.yaml", FROM_SECRET + "password: /lava/dev/dwh\n");
        store.parameters.put("/lava/dev/dwh", "from-parameter");
        store.documents.put("prod/dwh", document("from-secret"));

        assertTrue(events(run()).contains(login("owner", "from-parameter")));
    }

    @Test
    void theSecretFillsWhatTheSpecLacks() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        specs.job("describe dwh", "login dwh");
        store.documents.put("prod/dwh", document("hunter2"));

        assertEquals(
                List.of("opened dwh", "secret-host:3307 - as lv-dev-load", login("owner", "hunter2"), "closed dwh"),
                events(run()));
    }

    @Test
    void theSecretFillsOnlyWhatTheSpecLacks() {
        specs.write("connections/dwh.yaml", FROM_SECRET + "host: spec-host\nuser: loader\n");
        specs.job("describe dwh", "login dwh");
        store.documents.put("prod/dwh", document("hunter2"));

        assertEquals(
                List.of("opened dwh", "spec-host:3307 - as lv-dev-load", login("loader", "hunter2"), "closed dwh"),
                events(run()));
    }

    @Test
    void theNameOfTheApplicationCanBeConfigured() {
        specs.write("realm.yaml", "realm: dev\nconfig: {program_name: 'etl {job_id} in {realm}'}\n");
        specs.job("describe dwh");
        store.parameters.put("/lava/dev/dwh", "x");

        assertTrue(events(run()).contains("db.example.com:3306 - as etl load in dev"));
    }

    @Test
    void aNameOutsideTheRealmIsRefused() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("/lava/dev/", "/lava/prod/"));
        store.parameters.put("/lava/prod/dwh", "hunter2");

        JobResult result = run();

        assertEquals(
                "connection 'dwh': password '/lava/prod/dwh' is outside the realm: "
                        + "expected the name of a parameter that begins with '/lava/dev/'",
                error(result));
        assertEquals(2, result.exitStatus());
        assertEquals(List.of(), store.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "/hunter2", "lava/dev/hunter2", "/lavahunter2"})
    void aPasswordGivenByMistakeIsNotPrinted(String password) {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("/lava/dev/dwh", "'" + password + "'"));

        JobResult result = run();

        assertEquals(
                "connection 'dwh': password (hidden) is outside the realm: "
                        + "expected the name of a parameter that begins with '/lava/dev/'",
                error(result));
        assertFalse(everything(result).contains("hunter2"));
    }

    @Test
    void aParameterThatIsNotEncryptedIsRefused() {
        store.parameters.put("/lava/dev/dwh", "hunter2");
        store.encrypted = false;

        JobResult result = run();

        assertEquals(
                "connection 'dwh': parameter '/lava/dev/dwh' is not encrypted: expected a SecureString; "
                        + "store it again as one, and change the password",
                error(result));
        assertEquals(1, result.exitStatus());
        assertFalse(everything(result).contains("hunter2"));
        assertEquals(List.of(), events(result), "nothing was opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "\"hunter2\"", "[\"hunter2\"]", "{\"password\": \"hunter2\"", "null", "", "17"})
    void aSecretThatIsNoJsonObjectIsRefusedWithoutItsText(String text) {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", text);

        JobResult result = run();

        assertEquals(
                "secret 'prod/dwh' is not a JSON object: "
                        + "expected {\"username\": …, \"password\": …, \"host\": …, \"port\": …}",
                error(result));
        assertFalse(everything(result).contains("hunter2"));
    }

    @Test
    void allMissingFieldsAreOneErrorThatSaysWhereTheyWereLookedFor() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", "{\"password\": \"hunter2\", \"host\": \"\", \"port\": null}");

        JobResult result = run();

        assertEquals(
                "connection 'dwh': missing 'host' (in the secret: 'host'), 'port' (in the secret: 'port'), "
                        + "'user' (in the secret: 'username'): looked for in " + file + " and in secret 'prod/dwh'",
                error(result));
        assertFalse(everything(result).contains("hunter2"));
    }

    @Test
    void aPortOfASecretThatIsNoneIsRefusedWithoutShowingIt() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", document("hunter2").replace("\"3307\"", "70123"));

        JobResult result = run();

        assertEquals(
                "connection 'dwh' is not valid, 1 fault:\n  " + file
                        + ": /port: (hidden): expected a port, 1 to 65535, in secret 'prod/dwh'",
                error(result));
        assertFalse(everything(result).contains("70123"));
    }

    @Test
    void withoutAPasswordAnywhereAnErrorSaysWhereToPutOne() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("password: /lava/dev/dwh\n", ""));
        assertEquals(
                "connection 'dwh': there is no password: name a parameter in 'password', "
                        + "or a secret that holds one in 'secret_id'",
                error(run()));

        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", document("").replace("secret-host", "h"));
        assertEquals(
                "connection 'dwh': there is no password: name a parameter in 'password', "
                        + "or put 'password' into secret 'prod/dwh'",
                error(run()));
    }

    @Test
    void aTypeWithAuthenticationIsAskedOnlyWhenNothingElseGivesAPassword() {
        String token = Workspace.CONNECTION.replace("type: sample", "type: sample-token");
        specs.write("connections/dwh.yaml", token.replace("password: /lava/dev/dwh\n", ""));
        specs.job("login dwh", "login dwh");
        assertEquals(
                List.of(
                        "opened dwh",
                        login("loader", SampleAuthentication.TOKEN + "db.example.com1"),
                        login("loader", SampleAuthentication.TOKEN + "db.example.com2"),
                        "closed dwh"),
                events(run()),
                "a token for each login");

        specs.write("connections/dwh.yaml", token);
        store.parameters.put("/lava/dev/dwh", "hunter2");
        assertTrue(events(run()).contains(login("loader", "hunter2")));

        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        store.documents.put("prod/dwh", document("hunter3"));
        assertTrue(events(run()).contains(login("owner", "hunter3")));
    }

    @Test
    void aRefusedTokenIsNotRenewed() {
        specs.write(
                "connections/dwh.yaml",
                Workspace.CONNECTION
                        .replace("type: sample", "type: sample-token")
                        .replace("password: /lava/dev/dwh\n", ""));
        specs.job("login dwh", "renew dwh");

        assertTrue(events(run()).contains("nothing has changed"));
    }

    @Test
    void theRefusalOfAPasswordSaysHowToLogInWithoutWhereTheTypeCan() {
        specs.job("refusal dwh");
        store.parameters.put("/lava/dev/dwh", "hunter2");
        store.documents.put("prod/dwh", document("hunter3"));
        assertEquals(List.of("opened dwh", "refused: ", "closed dwh"), events(run()));

        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("type: sample", "type: sample-token"));
        assertTrue(events(run()).contains("refused: leave 'password' out to log in with a sample token"));

        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        assertTrue(events(run())
                .contains("refused: leave 'password' out of secret 'prod/dwh' to log in with a sample token"));
    }

    @Test
    void aTokenThatEndedOnItsWayIsMadeAnew() {
        specs.write(
                "connections/dwh.yaml",
                Workspace.CONNECTION
                                .replace("type: sample", "type: sample-token")
                                .replace("password: /lava/dev/dwh\n", "")
                        + "audience: slow\n");
        specs.job("login dwh", "renew dwh");

        String second = login("loader", SampleAuthentication.TOKEN + "db.example.com2");
        List<?> events = events(run());

        assertTrue(events.contains(second.replace("login", "renewed")), events.toString());
    }

    @Test
    void aPasswordThatIsThereNowTakesThePlaceOfARefusedToken() {
        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        specs.job("login dwh", "renew dwh");
        store.documents.put("prod/dwh", document(""));
        store.afterFirst = () -> store.documents.put("prod/dwh", document("hunter2"));

        assertTrue(events(run()).contains(login("owner", "hunter2").replace("login", "renewed")));
    }

    @Test
    void aRefusedPasswordIsReadAgainPastTheCache() {
        specs.job("login dwh", "login dwh", "renew dwh", "renew dwh");
        store.parameters.put("/lava/dev/dwh", "old");
        store.afterFirst = () -> store.parameters.put("/lava/dev/dwh", "new");

        assertEquals(
                List.of(
                        "opened dwh",
                        login("loader", "old"),
                        login("loader", "old"),
                        login("loader", "new").replace("login", "renewed"),
                        "nothing has changed",
                        "closed dwh"),
                events(run()));
        assertEquals(3, store.asked.size(), store.asked.toString());
    }

    @Test
    void aRefusedSecretIsReadAgainWithItsUser() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        specs.job("login dwh", "renew dwh");
        store.documents.put("prod/dwh", document("old"));
        store.afterFirst = () -> store.documents.put("prod/dwh", document("new").replace("owner", "clone"));

        assertTrue(events(run()).contains(login("clone", "new").replace("login", "renewed")));
    }

    @Test
    void withoutACacheEachLoginReadsTheSecret() {
        specs.job("login dwh", "login dwh");
        store.parameters.put("/lava/dev/dwh", "hunter2");

        try (Lava lava =
                specs.builder().secrets(store).secretsGoodFor(Duration.ZERO).build()) {
            assertEquals(0, lava.run(JobRequest.job("load")).exitStatus());
        }
        assertEquals(3, store.asked.size(), "when it is opened, and for each login");
    }

    @Test
    void aConnectionThatIsNotEnabledIsRefusedBeforeAnySecretIsRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("enabled: true\n", ""));

        JobResult result = run();

        assertEquals("connection 'dwh' is not enabled: set 'enabled: true' in " + file, error(result));
        assertEquals(2, result.exitStatus());
        assertEquals(List.of(), store.asked);
    }

    @Test
    void anInvalidConnectionIsRefusedBeforeAnySecretIsRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("port: 3306", "port: none"));

        assertEquals(
                "connection 'dwh' is not valid, 1 fault:\n  " + file
                        + ":6:7: /port: 'none': expected a port, 1 to 65535",
                error(run()));
        assertEquals(List.of(), store.asked);
    }

    @Test
    void aConnectionThatIsNotThereIsAnError() {
        specs.job("login other");

        assertEquals("connection 'other': there is none in directory '" + directory + "'", error(run()));
    }

    @Test
    void aConnectionOfAnUnknownTypeIsToldWithItsPlace() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("type: sample", "type: sampel"));

        assertEquals(
                file + ":2:7: /type: connector type 'sampel' is unknown; did you mean 'sample'? "
                        + "Known on the class path: sample, sample-token",
                error(run()));
    }

    @Test
    void aConnectionThatCannotDoWhatTheJobNeedsIsNamed() {
        specs.job("sql dwh");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals("connection 'dwh' cannot be used for this: its type 'sample' offers no SqlSource", error(run()));
    }

    @Test
    void connectionsAreOpenedOnceAndClosedInReverse() {
        specs.write("connections/a.yaml", Workspace.CONNECTION.replace("dwh\ntype", "a\ntype"));
        specs.write("connections/b.yaml", Workspace.CONNECTION.replace("dwh\ntype", "b\ntype"));
        specs.job("open a", "open b", "open a", "event work");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals(List.of("opened a", "opened b", "work", "closed b", "closed a"), events(run()));
    }

    @Test
    void connectionsAreClosedAfterAFailureToo() {
        specs.job("open dwh", "break");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals(List.of("opened dwh", "closed dwh"), events(run()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event done", "fail", "break"})
    void aPrivateDirectoryIsForItsOwnerAloneAndGoneAfterwards(String end) {
        specs.job("private dwh", end);
        store.parameters.put("/lava/dev/dwh", "x");

        JobResult result = run();

        assertEquals(3, result.fields().get("permissions"), "read, write and search, of the owner");
        assertTrue(Files.notExists(Path.of((String) result.fields().get("directory"))));
    }

    @Test
    void aRegionIsReadOfAnyConnection() {
        specs.write("connections/s3.yaml", "conn_id: s3\ntype: aws\nregion: ap-southeast-2\n");
        specs.write("objects/none/k", "");
        specs.job("region s3");
        assertEquals(0, run().exitStatus());

        specs.job("region missing");
        assertEquals("connection 'missing': there is none in directory '" + directory + "'", error(run()));
    }

    @Test
    void withoutAStoreOfSecretsAnErrorSaysWhereOneWasLookedFor() {
        JobResult result = specs.run();

        assertEquals(
                "secrets cannot be read: no module of this installation keeps them, and there is no directory '"
                        + directory.resolve("secrets") + "'",
                error(result));
        assertEquals(PluginException.class, result.failure().orElseThrow().getClass());
    }

    @Test
    void secretsBesideTheSpecsWinOverTheInstallationsOwn() {
        specs.secret("lava/dev/dwh", "local\n");
        store.parameters.put("/lava/dev/dwh", "installed");
        StubDiscovery discovery = new StubDiscovery()
                .with(JobProvider.class, new SampleJobs())
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(SecretStore.class, store);

        try (Lava lava = specs.builder().discovery(discovery).build()) {
            assertTrue(events(lava.run(JobRequest.job("load"))).contains(login("loader", "local")));
        }
        assertFalse(store.closed, "never opened, never closed");
    }

    @Test
    void theEngineClosesTheInstallationsStoreAndNoOther() {
        store.parameters.put("/lava/dev/dwh", "installed");
        run();
        assertFalse(store.closed, "given by the caller, closed by the caller");

        StubDiscovery discovery = new StubDiscovery()
                .with(JobProvider.class, new SampleJobs())
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(SecretStore.class, store);
        try (Lava lava = specs.builder().discovery(discovery).build()) {
            assertTrue(events(lava.run(JobRequest.job("load"))).contains(login("loader", "installed")));
        }
        assertTrue(store.closed);
    }

    private JobResult run() {
        try (Lava lava = specs.builder().secrets(store).build()) {
            return lava.run(JobRequest.job("load"));
        }
    }

    private static String login(String user, String password) {
        return "login " + user + "/" + Integer.toHexString(password.hashCode());
    }

    private static String document(String password) {
        return "{\"username\": \"owner\", \"password\": \"" + password
                + "\", \"host\": \"secret-host\", \"port\": \"3307\", \"engine\": \"mysql\", \"more\": {\"a\": []}}";
    }

    /** All that a caller could print. */
    private static String everything(JobResult result) {
        StringWriter trace = new StringWriter();
        result.failure().orElseThrow().printStackTrace(new PrintWriter(trace));
        return result + result.toJson() + trace;
    }

    /** Secrets of a test, and who asked for which. */
    private static final class Store implements SecretStore {

        private final Map<String, String> parameters = new HashMap<>();
        private final Map<String, String> documents = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private Runnable afterFirst = () -> {};
        private boolean encrypted = true;
        private boolean closed;

        @Override
        public Parameter parameter(String name) {
            return new Parameter(read(parameters, name), encrypted);
        }

        @Override
        public Secret document(String id) {
            return read(documents, id);
        }

        @Override
        public void close() {
            closed = true;
        }

        private Secret read(Map<String, String> from, String name) {
            asked.add(name);
            String value = from.get(name);
            if (value == null) {
                throw new CredentialsException("'" + name + "' is not there");
            }
            if (asked.size() == 1) {
                afterFirst.run();
            }
            return new Secret(value);
        }
    }
}
