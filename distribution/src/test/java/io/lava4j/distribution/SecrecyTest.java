package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends and however much it logs: no secret is printed, and no file is left. */
@ExtendWith(SandboxExtension.class)
class SecrecyTest {

    private static final String ACCESS_KEY_ID = "AKIASECRECY";
    private static final String ACCESS_KEY = "K7secretAccessKeyOfAws";
    private static final String WRONG = "Wr0ngPassw0rd";

    @TempDir
    private Path specs;

    @TempDir
    private Path temporary;

    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    @Test
    void aRunWithAParameterSucceeds() throws IOException {
        keepsSecrets(0, "rows loaded", withParameter());
    }

    @Test
    void aRunWithASecretSucceeds() throws IOException {
        keepsSecrets(0, "rows loaded", withSecret());
    }

    @Test
    void theServerRefusesThePasswordOfAParameter() throws IOException {
        Workplace place = withParameter();
        sandbox.aws().putSecureString(place.parameterName(), WRONG);
        keepsSecrets(1, "refuses the credentials", place);
    }

    @Test
    void theServerRefusesThePasswordOfASecret() throws IOException {
        keepsSecrets(1, "refuses the credentials", withSecret().secret(WRONG));
    }

    @Test
    void aRunWithATokenSucceeds() throws IOException {
        keepsTokens(0, "rows loaded", withToken());
    }

    @Test
    void theServerRefusesTheToken() throws IOException {
        keepsTokens(1, "the password was an IAM token", withToken().connection("user", "nobody"));
    }

    @Test
    void theSecretIsNotJson() throws IOException {
        Workplace place = withSecret();
        sandbox.aws()
                .putSecret(
                        place.database().name(),
                        "{\"password\": \"" + place.database().password() + "\", " + WRONG + "}");
        keepsSecrets(1, "is not a JSON object", place);
    }

    @Test
    void theDataIsBad() throws IOException {
        keepsSecrets(1, "Duplicate entry '1'", withSecret().data("1,one\n1,again\n"));
    }

    @Test
    void theDataBreaksOff() throws IOException {
        Workplace place = withParameter();
        breaksOff(place, "-vv");
        breaksOff(place, "-vv", "--json");
        assertEquals("0", place.count());
    }

    @Test
    void theTemporaryDirectoryLookedAtIsTheOneInUse() throws IOException {
        Workplace place = withParameter();
        Files.delete(temporary);
        Ended run = place.run(lava(place));
        Files.createDirectory(temporary);
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains("lava: a private directory cannot be made: "), run.err());
    }

    private Workplace withParameter() throws IOException {
        return Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n");
    }

    private Workplace withSecret() throws IOException {
        return Workplace.withSecret(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n");
    }

    private Workplace withToken() throws IOException {
        sandbox.aurora().addKey(ACCESS_KEY_ID, ACCESS_KEY);
        return Workplace.withToken(sandbox, specs).job("delete", "1,one\n").parameter("load_path", "client");
    }

    /** Whatever may log does so at its lowest level, the libraries too. */
    private void keepsTokens(int status, String said, Workplace place) throws IOException {
        String everything = "-Djava.io.tmpdir=" + temporary + " -Dorg.slf4j.simpleLogger.log.software=trace"
                + " -Dorg.slf4j.simpleLogger.log.com=trace -Dorg.slf4j.simpleLogger.log.io=trace";
        LavaProgram lava = lava(place).with(Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY_ID, "LAVA_JAVA_OPTS", everything));
        String all = keepsSecrets(status, said, place, lava, "-vv");
        assertTrue(all.contains("TRACE software.amazon.awssdk"), all);
        for (String part : List.of("X-Amz-Signature", "Action=connect", "DBUser")) {
            assertFalse(all.contains(part), all);
        }
    }

    private void breaksOff(Workplace place, Object... options) throws IOException {
        try (CutObject s3 = new CutObject()) {
            LavaProgram lava = lava(place).with(Map.of("AWS_ENDPOINT_URL_S3", s3.endpoint()));
            keepsSecrets(1, "was replaced", place, lava, options);
        }
    }

    private void keepsSecrets(int status, String said, Workplace place) throws IOException {
        keepsSecrets(status, said, place, lava(place), "-vv");
        keepsSecrets(status, said, place, lava(place), "-vv", "--json");
    }

    private String keepsSecrets(int status, String said, Workplace place, LavaProgram lava, Object... options)
            throws IOException {
        Ended run = place.run(lava, options);
        String all = run.out() + run.err();
        assertEquals(status, run.status(), all);
        assertTrue(all.contains(said), all);
        assertTrue(run.err().contains(" DEBUG "), all);
        for (String secret : List.of(place.database().password(), WRONG, ACCESS_KEY)) {
            assertFalse(all.contains(secret), all);
        }
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
        return all;
    }

    /** With a secret access key that is no common word, and a temporary directory to look into. */
    private LavaProgram lava(Workplace place) {
        return place.lava()
                .with(Map.of("AWS_SECRET_ACCESS_KEY", ACCESS_KEY, "LAVA_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary));
    }
}
