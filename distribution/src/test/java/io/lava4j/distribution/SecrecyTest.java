package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.aurora.AuroraSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** However a run ends and however much it logs: no secret is printed, and no file is left. */
@ExtendWith(SandboxExtension.class)
class SecrecyTest {

    private static final String ACCESS_KEY_ID = "AKIASECRECY";
    static final String ACCESS_KEY = "K7secretAccessKeyOfAws";
    static final String TEMPORARY_KEY_ID = "ASIASECRECY";
    static final String SESSION = "S3ss10nOfTemporaryCredentials";
    static final String WRONG = "Wr0ngPassw0rd";
    private static final String S3_OF_AURORA = "whether Aurora may read S3";

    private static final String SIGNER = "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner";

    static final Map<String, String> TEMPORARY =
            Map.of("AWS_ACCESS_KEY_ID", TEMPORARY_KEY_ID, "AWS_SESSION_TOKEN", SESSION);

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
    @ResourceLock(value = S3_OF_AURORA, mode = ResourceAccessMode.READ)
    void theServerReadsS3ForAnIamUser() throws IOException {
        keepsTokens(0, "load path server", withToken().mayLoadFromS3().parameter("load_path", "server"));
    }

    @Test
    @ResourceLock(value = S3_OF_AURORA, mode = ResourceAccessMode.READ_WRITE)
    void theServerIsDeniedByS3() throws IOException {
        Workplace place = withToken().mayLoadFromS3().parameter("load_path", "server");
        sandbox.aurora().settings().set(AuroraSetting.S3_ACCESS, "access denied");
        try {
            keepsTokens(1, "S3 does not let the cluster's IAM role", place);
        } finally {
            sandbox.aurora().settings().reset();
        }
    }

    @Test
    @ResourceLock(value = S3_OF_AURORA, mode = ResourceAccessMode.READ)
    void aRunWithATokenOfTemporaryCredentialsSucceeds() throws IOException {
        Workplace place = withTemporaryCredentials().mayLoadFromS3().parameter("load_path", "server");
        String all = keepsTokens(0, "load path server", place, TEMPORARY);
        assertTrue(all.contains("Sending Request: "), all);
    }

    @Test
    void theServerRefusesTheTokenOfTemporaryCredentials() throws IOException {
        Workplace place = withTemporaryCredentials().connection("user", "nobody");
        Path bucket = Files.createDirectories(specs.resolve("objects").resolve(place.bucket()));
        Files.writeString(bucket.resolve("data.csv"), "1,one\n");

        keepsTokens(1, "must be allowed to 'arn:aws:iam::000000000000:user/sandbox'", place, TEMPORARY);
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

    private Workplace withTemporaryCredentials() throws IOException {
        Workplace place = withToken();
        sandbox.aurora().addKey(TEMPORARY_KEY_ID, ACCESS_KEY, SESSION);
        return place;
    }

    private void keepsTokens(int status, String said, Workplace place) throws IOException {
        keepsTokens(status, said, place, Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY_ID));
    }

    /** Java's options with which whatever may log does so at its lowest level, the libraries too. */
    static String everything(Path temporary) {
        return "-Djava.io.tmpdir=" + temporary + " -Dorg.slf4j.simpleLogger.log.software=trace"
                + " -Dorg.slf4j.simpleLogger.log.com=trace -Dorg.slf4j.simpleLogger.log.io=trace"
                + " -Dorg.slf4j.simpleLogger.defaultLogLevel=trace -Dorg.slf4j.simpleLogger.log." + SIGNER + "=trace";
    }

    private String keepsTokens(int status, String said, Workplace place, Map<String, String> credentials)
            throws IOException {
        return keepsSecrets(status, said, place, lava(place).with(credentials), "-vv");
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
        assertTrue(run.err().contains("TRACE software.amazon.awssdk"), all);
        SecretSearch search = new SecretSearch(place, temporary);
        search.findsNothingIn(all);
        search.findsNothingLeft();
        return all;
    }

    /** With a secret access key that is no common word, everything logged, and a temporary directory to look into. */
    private LavaProgram lava(Workplace place) {
        return place.lava().with(Map.of("AWS_SECRET_ACCESS_KEY", ACCESS_KEY)).withJava(everything(temporary));
    }
}
