package io.lava4j.core;

import static io.lava4j.core.Vault.FROM_SECRET;
import static io.lava4j.core.Vault.login;
import static io.lava4j.core.Vault.secret;
import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.sample.SampleAuthentication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the credentials of a connection come from, and what is refused as none. */
final class CredentialsTest {

    @TempDir
    Path directory;

    private Workspace specs;
    private Path file;
    private final Vault store = new Vault();

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        file = specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("login dwh");
    }

    @Test
    void thePasswordIsWhatTheNamedParameterHolds() {
        store.parameters.put("/lava/dev/dwh", "hunter2");

        assertEquals(List.of("opened dwh", login("loader", "hunter2"), "closed dwh"), events(specs.run(store)));
    }

    @Test
    void aParameterWinsOverASecret() {
        specs.write("connections/dwh.yaml", FROM_SECRET + "password: /lava/dev/dwh\n");
        store.parameters.put("/lava/dev/dwh", "from-parameter");
        store.documents.put("prod/dwh", secret("from-secret"));

        assertTrue(events(specs.run(store)).contains(login("owner", "from-parameter")));
    }

    @Test
    void theSecretFillsWhatTheSpecLacks() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        specs.job("describe dwh", "login dwh");
        store.documents.put("prod/dwh", secret("hunter2"));

        assertEquals(
                List.of("opened dwh", "secret-host:3307 - as lv-dev-load", login("owner", "hunter2"), "closed dwh"),
                events(specs.run(store)));
    }

    @Test
    void theSecretFillsOnlyWhatTheSpecLacks() {
        specs.write("connections/dwh.yaml", FROM_SECRET + "host: spec-host\nuser: loader\n");
        specs.job("describe dwh", "login dwh");
        store.documents.put("prod/dwh", secret("hunter2"));

        assertEquals(
                List.of("opened dwh", "spec-host:3307 - as lv-dev-load", login("loader", "hunter2"), "closed dwh"),
                events(specs.run(store)));
    }

    @Test
    void aNameOutsideTheRealmIsRefused() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("/lava/dev/", "/lava/prod/"));
        store.parameters.put("/lava/prod/dwh", "hunter2");

        JobResult result = specs.run(store);

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

        JobResult result = specs.run(store);

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

        JobResult result = specs.run(store);

        assertEquals(
                "connection 'dwh': parameter '/lava/dev/dwh' is not encrypted: expected a SecureString; "
                        + "store it again as one, and change the password",
                error(result));
        assertEquals(1, result.exitStatus());
        assertFalse(everything(result).contains("hunter2"));
        assertEquals(List.of(), events(result), "nothing was opened");
    }

    @Test
    void aSecretHoldsAFieldOnce() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", "{\"password\": \"hunter1\", \"password\": \"hunter2\"}");

        JobResult result = specs.run(store);

        assertEquals("secret 'prod/dwh' holds a field twice; keep one of them", error(result));
        assertFalse(everything(result).contains("hunter"));
    }

    @Test
    void aSecretLongerThanSecretsManagerTakesIsRefused() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", "{\"password\": \"" + "x".repeat(1 << 16) + "\"}");

        assertEquals(
                "secret 'prod/dwh' has more than 65536 characters, the most that a secret may have; store a shorter one",
                error(specs.run(store)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "\"hunter2\"", "[\"hunter2\"]", "{\"password\": \"hunter2\"", "null", "", "17"})
    void aSecretThatIsNoJsonObjectIsRefusedWithoutItsText(String text) {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", text);

        JobResult result = specs.run(store);

        assertEquals(
                "secret 'prod/dwh' is not a JSON object: "
                        + "expected {\"username\": …, \"password\": …, \"host\": …, \"port\": …}; store it so",
                error(result));
        assertFalse(everything(result).contains("hunter2"));
    }

    @Test
    void allMissingFieldsAreOneErrorThatSaysWhereTheyWereLookedFor() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", "{\"password\": \"hunter2\", \"host\": \"\", \"port\": null}");

        JobResult result = specs.run(store);

        assertEquals(
                "connection 'dwh': missing 'host' (in the secret: 'host'), 'port' (in the secret: 'port'), "
                        + "'user' (in the secret: 'username'): looked for in " + file + " and in secret 'prod/dwh';"
                        + " add it to one of them",
                error(result));
        assertFalse(everything(result).contains("hunter2"));
    }

    @Test
    void aPortOfASecretThatIsNoneIsRefusedWithoutShowingIt() {
        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", secret("hunter2").replace("\"3307\"", "70123"));

        JobResult result = specs.run(store);

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
                error(specs.run(store)));

        specs.write("connections/dwh.yaml", FROM_SECRET);
        store.documents.put("prod/dwh", secret("").replace("secret-host", "h"));
        assertEquals(
                "connection 'dwh': there is no password: name a parameter in 'password', "
                        + "or put 'password' into secret 'prod/dwh'",
                error(specs.run(store)));
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
                events(specs.run(store)),
                "a token for each login");

        specs.write("connections/dwh.yaml", token);
        store.parameters.put("/lava/dev/dwh", "hunter2");
        assertTrue(events(specs.run(store)).contains(login("loader", "hunter2")));

        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        store.documents.put("prod/dwh", secret("hunter3"));
        assertTrue(events(specs.run(store)).contains(login("owner", "hunter3")));
    }

    @Test
    void theRefusalOfAPasswordSaysHowToLogInWithoutWhereTheTypeCan() {
        specs.job("refusal dwh");
        store.parameters.put("/lava/dev/dwh", "hunter2");
        store.documents.put("prod/dwh", secret("hunter3"));
        assertEquals(List.of("opened dwh", "refused: ", "closed dwh"), events(specs.run(store)));

        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("type: sample", "type: sample-token"));
        assertTrue(events(specs.run(store)).contains("refused: leave 'password' out to log in with a sample token"));

        specs.write("connections/dwh.yaml", FROM_SECRET.replace("type: sample", "type: sample-token"));
        assertTrue(events(specs.run(store))
                .contains("refused: leave 'password' out of secret 'prod/dwh' to log in with a sample token"));
    }

    /** All that a caller could print. */
    private static String everything(JobResult result) {
        StringWriter trace = new StringWriter();
        result.failure().orElseThrow().printStackTrace(new PrintWriter(trace));
        return result + result.toJson() + trace;
    }
}
