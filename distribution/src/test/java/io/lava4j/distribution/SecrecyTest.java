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
        keepsSecrets(0, "rows loaded", withParameter(), Map.of());
    }

    @Test
    void aRunWithASecretSucceeds() throws IOException {
        keepsSecrets(0, "rows loaded", withSecret(), Map.of());
    }

    @Test
    void theServerRefusesThePasswordOfAParameter() throws IOException {
        Workplace place = withParameter();
        sandbox.aws().putSecureString(place.parameterName(), WRONG);
        keepsSecrets(1, "refuses the credentials", place, Map.of());
    }

    @Test
    void theServerRefusesThePasswordOfASecret() throws IOException {
        Workplace place = withSecret();
        sandbox.aws()
                .putSecret(
                        place.database().name(),
                        """
                        {"username": "%s", "password": "%s", "host": "%s", "port": %d, "dbname": "%s"}"""
                                .formatted(
                                        place.database().user(),
                                        WRONG,
                                        place.database().host(),
                                        place.database().port(),
                                        place.database().name()));
        keepsSecrets(1, "refuses the credentials", place, Map.of());
    }

    @Test
    void theSecretIsNotJson() throws IOException {
        Workplace place = withSecret();
        sandbox.aws()
                .putSecret(
                        place.database().name(),
                        "{\"password\": \"" + place.database().password() + "\", " + WRONG + "}");
        keepsSecrets(1, "is not a JSON object", place, Map.of());
    }

    @Test
    void theDataIsBad() throws IOException {
        keepsSecrets(1, "Duplicate entry '1'", withSecret().data("1,one\n1,again\n"), Map.of());
    }

    @Test
    void theDataBreaksOff() throws IOException {
        Workplace place = withParameter();
        for (String json : List.of("", "--json")) {
            try (CutObject s3 = new CutObject()) {
                keepsSecrets(1, "was replaced", place, Map.of("AWS_ENDPOINT_URL_S3", s3.endpoint()), json);
            }
        }
        assertEquals("0", place.count());
    }

    @Test
    void theTemporaryDirectoryLookedAtIsTheOneInUse() throws IOException {
        Workplace place = withParameter();
        Files.delete(temporary);
        Ended run = place.run(lava(place, Map.of()));
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

    private void keepsSecrets(int status, String said, Workplace place, Map<String, String> environment)
            throws IOException {
        keepsSecrets(status, said, place, environment, "");
        keepsSecrets(status, said, place, environment, "--json");
    }

    private void keepsSecrets(int status, String said, Workplace place, Map<String, String> environment, String json)
            throws IOException {
        LavaProgram lava = lava(place, environment);
        Ended run = json.isEmpty() ? place.run(lava, "-vv") : place.run(lava, "-vv", json);
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
    }

    private LavaProgram lava(Workplace place, Map<String, String> environment) {
        return place.lava()
                .with(Map.of("AWS_SECRET_ACCESS_KEY", ACCESS_KEY, "LAVA_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary))
                .with(environment);
    }
}
