package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real loads by bin/lava. */
@ExtendWith(SandboxExtension.class)
class LoadTest {

    private static final String TIME = "[0-9:.]{12} ";
    private static final String LOG_LINE = ".*\\b(TRACE|DEBUG|INFO|WARN|ERROR)\\b.*";

    @TempDir
    private Path specs;

    @ParameterizedTest
    @EnumSource
    void aFileIsLoadedWithThePasswordInSsm(Product product, Sandbox sandbox) throws IOException {
        loads(Workplace.withParameter(sandbox, product.in(sandbox), specs));
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsLoadedWithEverythingInASecret(Product product, Sandbox sandbox) throws IOException {
        loads(Workplace.withSecret(sandbox, product.in(sandbox), specs));
    }

    private static void loads(Workplace place) throws IOException {
        place.job("append", "1,one\n2,Ωmega\n3,three");
        Ended run = place.run();
        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of(List.of("1", "one"), List.of("2", "Ωmega"), List.of("3", "three")),
                place.database().query("SELECT id, name FROM t ORDER BY id"));
        assertTrue(run.out().startsWith("job 'load' done in "), run.out());
        assertTrue(run.lines().contains("  table    " + place.database().name() + ".t"), run.out());
        assertTrue(run.lines().contains("  rows     3"), run.out());
        assertTrue(run.err().contains("LOAD DATA LOCAL INFILE"), run.err());
        assertNoSecret(place, run);
    }

    @Test
    void theJsonResultIsAllThatIsPrinted(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs).job("append", "1,one\n2,two\n");
        Ended run = place.run("--json");
        assertEquals(0, run.status(), run.err());
        Map<?, ?> result = Json.object(run.out());
        assertEquals(0, result.get("exit_status"));
        assertEquals("load", result.get("job_id"));
        assertEquals(2, result.get("rows"));
        assertEquals(1, result.get("files"));
        assertEquals(12, result.get("bytes"));
        assertEquals("client", result.get("load_path"));
        assertEquals("t", result.get("table"));
        assertEquals("", run.err());
    }

    @Test
    void aParameterOfTheCommandTakesThePlaceOfTheSpecs(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs).job("append", "1,one\n");
        sandbox.s3().put(place.bucket(), "other.csv", "7|seven\n");
        Ended run = place.run("--param", "key=other.csv", "--param", "args:=[\"DELIMITER '|'\"]");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of(List.of("7", "seven")), place.database().query("SELECT id, name FROM t"));
    }

    @Test
    void aFailedLoadEndsWithOneAndLeavesTheTable(Sandbox sandbox) throws IOException {
        Workplace place =
                Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n1,again\n");
        place.database().execute("INSERT INTO t VALUES (9, 'nine')");
        Ended run = place.run("--json");
        assertEquals(1, run.status(), run.err());
        assertEquals(1, Json.object(run.out()).get("exit_status"));
        assertTrue(run.err().startsWith("lava: "), run.err());
        assertTrue(run.err().contains("Duplicate entry '1'"), run.err());
        assertEquals(List.of(List.of("9", "nine")), place.database().query("SELECT id, name FROM t"));
    }

    @Test
    void logsTellTheJobTheConnectionAndTheStores(Sandbox sandbox) throws IOException {
        Workplace place =
                Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("append", "1,one\n");
        Ended run = place.run("-v");
        assertEquals(0, run.status(), run.err());
        assertLogged("INFO io.lava4j.core.run.JobRun - job 'load', run [0-9a-f-]{36} in realm 'dev'", run);
        assertLogged(
                "INFO io.lava4j.core.run.Connections - connection 'dwh' of type 'mysql' from .*/connections/dwh.yaml,"
                        + " for 'lv-dev-load'",
                run);
        assertLogged("INFO io.lava4j.core.run.Stores - secrets are read by io.lava4j.aws.\\w+", run);
        assertLogged("INFO io.lava4j.core.run.Stores - objects are read by io.lava4j.aws.\\w+", run);
        assertFalse(run.err().contains(" DEBUG "), run.err());
    }

    @Test
    void moreLogsTellWhatWasReadFromTheSecretStore(Sandbox sandbox) throws IOException {
        Workplace place =
                Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("append", "1,one\n");
        Ended run = place.run("-vv");
        assertEquals(0, run.status(), run.err());
        assertLogged("INFO io.lava4j.core.run.JobRun - job 'load', .*", run);
        assertLogged(
                "DEBUG io.lava4j.core.run.SecretCache - '" + place.parameterName() + "' was read from the secret store",
                run);
    }

    @Test
    void withoutAskingNothingIsLogged(Sandbox sandbox) throws IOException {
        Workplace place =
                Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("append", "1,one\n");
        Ended run = place.run();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().lines().noneMatch(line -> line.matches(LOG_LINE)), run.err());
    }

    private static void assertLogged(String line, Ended run) {
        assertTrue(run.err().lines().anyMatch(text -> text.matches(TIME + line)), run.err());
    }

    private static void assertNoSecret(Workplace place, Ended run) {
        assertFalse((run.out() + run.err()).contains(place.database().password()), "the password was printed");
    }
}
