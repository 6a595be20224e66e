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
    void templatesInTheSpecAreRenderedAndValuesGivenAtRunTimeAreNot(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs)
                .job("append", "1,one\n")
                .parameter("key", "'{{ vars.folder }}/{{ ustart.year > 2000 }}.csv'")
                .parameter("vars", "{folder: in}")
                .parameter("table", "'{{ utils.path.dirname(key)[:1] | replace(\"i\", \"t\") }}'");
        sandbox.s3().put(place.bucket(), "in/True.csv", "1,one\n");
        sandbox.s3().put(place.bucket(), "{{ 1 }}.csv", "2,two\n");
        Ended rendered = place.run();
        assertEquals(0, rendered.status(), rendered.err());
        Ended given = place.run("--param", "key={{ 1 }}.csv", "--param", "table=t");
        assertEquals(0, given.status(), given.err());
        assertEquals(
                List.of(List.of("1", "one"), List.of("2", "two")),
                place.database().query("SELECT id, name FROM t ORDER BY id"));
    }

    @Test
    void anUnknownNameInATemplateIsToldWithItsPlace(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs)
                .job("append", "1,one\n")
                .parameter("key", "'{{ vars.nowhere }}'");
        Ended run = place.run();
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("jobs/load.yaml:"), run.err());
        assertTrue(run.err().contains("/parameters/key: '{{ vars.nowhere }}': "), run.err());
        assertTrue(run.err().contains("nowhere"), run.err());
    }

    @Test
    void aManifestOfTwoBucketsIsLoadedIntoTheTableThatItsKeyNames(Sandbox sandbox) throws IOException {
        Workplace place =
                Workplace.withSecret(sandbox, sandbox.mariadb(), specs).job("append", "1,one\n");
        String other = sandbox.s3().newBucket();
        sandbox.s3().put(other, "more/data.csv", "2,two\n");
        sandbox.s3()
                .put(
                        place.bucket(),
                        "lists/T.v1.manifest",
                        """
                        {"entries": [
                          {"url": "s3://%s/more/data.csv", "mandatory": true, "meta": {"content_length": 6}},
                          {"url": "s3-us-east-1://%s/data.csv"},
                          {"url": "s3://%s/gone.csv", "mandatory": false}
                        ]}"""
                                .formatted(other, place.bucket(), other));
        Ended run = place.run(
                "--param", "key=lists/T.v1.manifest",
                "--param", "table=/^lists/(\\w+)$",
                "--param", "args:=[\"MANIFEST\", \"DELIMITER ','\"]");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.err().contains("are left out: 's3://" + other + "/gone.csv'"), run.err());
        assertEquals(
                List.of(List.of("1", "one"), List.of("2", "two")),
                place.database().query("SELECT id, name FROM t ORDER BY id"));
    }

    @Test
    void aDryRunShowsTheStatementAndChangesNothing(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n2,two\n");
        place.database().execute("INSERT INTO t VALUES (9, 'nine')");
        Ended text = place.run("--dry-run");
        assertEquals(0, text.status(), text.err());
        assertTrue(text.out().startsWith("job 'load' checked in "), text.out());
        assertTrue(text.lines().get(0).endsWith("; nothing was changed"), text.out());
        assertTrue(text.lines().contains("  file     s3://" + place.bucket() + "/data.csv, 12 bytes"), text.out());
        assertTrue(text.out().contains("  sql      LOAD DATA LOCAL INFILE "), text.out());
        assertTrue(text.out().contains("  path     client: "), text.out());
        Map<?, ?> result = Json.object(place.run("--dry-run", "--json").out());
        assertEquals("checked", result.get("status"));
        assertEquals(
                List.of(Map.of("uri", "s3://" + place.bucket() + "/data.csv", "bytes", 12)), result.get("objects"));
        assertTrue(String.valueOf(result.get("statements")).contains("DELETE FROM"), result.toString());
        assertEquals(List.of(List.of("9", "nine")), place.database().query("SELECT id, name FROM t"));
    }

    @Test
    void aDryRunEndsAsTheChecksOfARunDo(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs).job("append", "1,one\n");
        Ended run = place.run("--dry-run", "--param", "table=nowhere");
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().contains("nowhere"), run.err());
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
