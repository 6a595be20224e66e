package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps that are core's: those of a connector are looked at where it is. */
final class CheckTest {

    @TempDir
    Path directory;

    private Workspace specs;
    private Path file;
    private final Vault store = new Vault();
    private final List<CheckedStep> heard = new ArrayList<>();

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        file = specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        store.parameters.put("/lava/dev/dwh", "hunter2");
        store.keys.put("/lava/dev/dwh", "alias/lava-dev-sys");
    }

    @Test
    void aConnectorWithoutStepsOfItsOwnGetsThoseOfCore() {
        CheckResult result = check();

        assertEquals(0, result.exitStatus());
        assertEquals(
                List.of(
                        "spec valid: ok: type 'sample', in " + file + ", realm 'dev'",
                        "secret readable: ok: parameter '/lava/dev/dwh' is readable and encrypted under"
                                + " 'alias/lava-dev-sys'",
                        "connects: skipped: type 'sample' has no steps of its own to take"),
                told(result));
        assertEquals(result.steps(), heard);
        assertEquals(List.of("opened dwh", "closed dwh"), specs.heard);
    }

    @Test
    void aFaultOfTheSpecIsTheSpecsAndAllThatFollowsIsSkipped() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("port: 3306", "port: x"));

        CheckResult result = check();

        assertEquals(2, result.exitStatus());
        assertEquals(
                List.of(
                        "spec valid: failed: connection 'dwh' is not valid, 1 fault:\n  " + file
                                + ":6:7: /port: 'x': expected a port, 1 to 65535",
                        "secret readable: skipped: needs 'spec valid'",
                        "connection: skipped: needs 'spec valid'"),
                told(result));
        assertEquals(List.of(), store.asked);
    }

    @Test
    void aConnectionThatIsNotThereOrNotEnabledIsRefusedBeforeItsSecretIsRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("enabled: true", "enabled: false"));

        CheckResult disabled = check();
        assertEquals(2, disabled.exitStatus());
        assertEquals(
                "spec valid: failed: connection 'dwh' is not enabled: set 'enabled: true' in " + file,
                told(disabled).get(0));
        CheckResult missing = check(CheckRequest.connection("dhw"));
        assertEquals(2, missing.exitStatus());
        assertEquals(
                "spec valid: failed: connection 'dhw': there is none in directory '" + directory
                        + "'; did you mean 'dwh'?",
                told(missing).get(0));
        assertEquals(List.of(), store.asked);
    }

    @Test
    void aSecretThatCannotBeReadHindersOnlyWhatNeedsIt() {
        store.parameters.clear();

        CheckResult result = check();

        assertEquals(1, result.exitStatus());
        assertEquals(
                "secret readable: failed: '/lava/dev/dwh' is not there",
                told(result).get(1));
        assertEquals(List.of("opened dwh", "closed dwh"), specs.heard, "the way to the server can be walked");
    }

    @Test
    void aSecretThatGivesTheServerHindersAllOfIt() {
        specs.write("connections/dwh.yaml", Vault.FROM_SECRET);

        CheckResult result = check();

        assertEquals(
                List.of(
                        "secret readable: failed: 'prod/dwh' is not there",
                        "connection: skipped: needs 'secret readable'"),
                told(result).subList(1, 3));
        store.documents.put("prod/dwh", Vault.secret("hunter2"));
        assertEquals(
                "secret readable: ok: secret 'prod/dwh' gives host, port, user, password",
                told(check()).get(1));
        assertFalse(told(check()).toString().contains("secret-host"));
    }

    @Test
    void aParameterOfAnotherRealmIsToldAndNotRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("/lava/dev/", "/lava/prod/"));

        assertEquals(
                "secret readable: failed: password '/lava/prod/dwh' is outside the realm: expected the name of a"
                        + " parameter that begins with '/lava/dev/'",
                told(check()).get(1));
        assertEquals(List.of(), store.asked);
    }

    @Test
    void aParameterThatIsNotEncryptedIsToldWithWhatStoresItAgain() {
        store.encrypted = false;

        CheckedStep step = check().steps().get(1);

        assertEquals("failed", step.status());
        assertEquals(
                "parameter '/lava/dev/dwh' is not encrypted: expected a SecureString; store it again as one, and change"
                        + " the password",
                step.seen());
        assertEquals("store '/lava/dev/dwh' under 'alias/lava-dev-sys'", step.remedy());
    }

    @Test
    void aParameterUnderAnotherKeyThanTheRealmsIsAWarning() {
        store.keys.put("/lava/dev/dwh", "alias/aws/ssm");
        CheckedStep other = check().steps().get(1);
        assertEquals("warning", other.status());
        assertEquals(
                "parameter '/lava/dev/dwh' is readable and encrypted under 'alias/aws/ssm', expected"
                        + " 'alias/lava-dev-sys': whoever may use the realm's key alone cannot read it",
                other.seen());
        assertEquals("store '/lava/dev/dwh' under 'alias/lava-dev-sys'", other.remedy());

        store.keys.put("/lava/dev/dwh", "arn:aws:kms:eu-west-1:1:alias/lava-dev-sys");
        assertEquals("ok", check().steps().get(1).status());
        store.keys.put("/lava/dev/dwh", "1234abcd");
        assertEquals(
                "secret readable: warning: parameter '/lava/dev/dwh' is readable and encrypted under key '1234abcd', which"
                        + " should be the one of 'alias/lava-dev-sys'",
                told(check()).get(1));
        assertEquals("show 'alias/lava-dev-sys'", check().steps().get(1).remedy());
        store.keys.clear();
        assertEquals(
                "secret readable: ok: parameter '/lava/dev/dwh' is readable, by its owner alone",
                told(check()).get(1));
        store.keysDenied = true;
        assertEquals(
                "secret readable: ok: parameter '/lava/dev/dwh' is readable and encrypted; whether under"
                        + " 'alias/lava-dev-sys' may not be looked up: no",
                told(check()).get(1));
    }

    @Test
    void withoutAPasswordTheTypesOwnAuthenticationIsTried() {
        specs.write(
                "connections/dwh.yaml",
                Workspace.CONNECTION
                        .replace("type: sample", "type: sample-token")
                        .replace("password: /lava/dev/dwh\n", ""));

        assertEquals(
                List.of(
                        "secret readable: ok: no password is stored: logs in with a sample token",
                        "login credentials: ok: a sample token can be made",
                        "connects: skipped: type 'sample-token' has no steps of its own to take"),
                told(check()).subList(1, 4));
    }

    @Test
    void withoutAnyPasswordAnErrorSaysWhereToPutOne() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("password: /lava/dev/dwh\n", ""));

        assertEquals(
                "secret readable: failed: there is no password: name a parameter in 'password', or a secret that holds"
                        + " one in 'secret_id'",
                told(check()).get(1));
    }

    @Test
    void objectsAreListedAndReadAsAJobWould() {
        specs.write("objects/exports/sales/a.csv", "1\n2\n");
        specs.write("objects/exports/sales/b.csv", "");

        assertEquals(
                List.of(
                        "bucket's region: ok: bucket 'exports' is here: its store has no regions",
                        "bucket listed: ok: objects are found under 's3://exports/sales/'",
                        "object read: ok: 's3://exports/sales/a.csv', 4 bytes"),
                told(check("s3://exports/sales/")).subList(3, 6));
    }

    @Test
    void objectsThatAreNotThere() {
        specs.write("objects/exports/sales/a.csv", "1\n2\n");

        CheckResult none = check("s3://exports/other");
        assertEquals(0, none.exitStatus());
        assertEquals(
                List.of(
                        "bucket listed: warning: there is no object under 's3://exports/other'",
                        "object read: skipped: needs an object"),
                told(none).subList(4, 6));
        CheckResult nowhere = check("s3://nowhere");
        assertEquals(1, nowhere.exitStatus());
        assertTrue(
                told(nowhere).get(3).startsWith("bucket's region: failed: bucket 'nowhere': there is no directory"),
                told(nowhere)::toString);
        assertEquals(
                "bucket listed: skipped: needs 'bucket's region'", told(nowhere).get(4));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertEquals(
                "'sales/a' is no place of objects: expected s3://BUCKET/PREFIX, of which the prefix may be left out",
                assertThrows(ConfigurationException.class, () -> check("sales/a"))
                        .getMessage());
    }

    @Test
    void anInterruptEndsIt() {
        store.afterFirst = () -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        };
        try {
            assertEquals(
                    "connection 'dwh': the check was interrupted",
                    assertThrows(CancelledException.class, this::check).getMessage());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aStoreThatWasInterruptedEndsItToo() {
        store.afterFirst = () -> {
            throw new CancelledException("reading was interrupted");
        };

        assertEquals(
                "reading was interrupted",
                assertThrows(CancelledException.class, this::check).getMessage());
        assertEquals(1, heard.size(), "only the spec was looked at");
    }

    private CheckResult check() {
        return check(CheckRequest.connection("dwh"));
    }

    private CheckResult check(String loadFrom) {
        return check(new CheckRequest("dwh", Optional.empty(), Optional.of(loadFrom)));
    }

    private CheckResult check(CheckRequest request) {
        heard.clear();
        specs.heard.clear();
        try (Lava lava = specs.builder().secrets(store).build()) {
            return lava.check(request, heard::add);
        }
    }

    private static List<String> told(CheckResult result) {
        return result.steps().stream()
                .map(step -> step.name() + ": " + step.status() + ": " + step.seen())
                .toList();
    }
}
