package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payload may be. */
class ExePayloadTest {

    @TempDir
    private Path directory;

    @Test
    void aProgramMayBeABinary() throws IOException {
        Workplace place = new Workplace(directory).dev();
        place.payload("tools/say", Files.readAllBytes(Path.of("/bin/echo"))).job("exe", "payload: tools/say hello");
        assertEquals(0, place.run().exitStatus());
        assertEquals("hello\n", place.out());
    }

    @Test
    void allDirectlyUnderAFolderRunInTheOrderOfTheirKeys() {
        Workplace place = new Workplace(directory).dev();
        for (String name : List.of("b.sh", "a.sh", "Z.sh", "deeper/c.sh")) {
            place.payload("steps/" + name, "#!/bin/sh\necho " + name + " $1 $LAVA_S3_PAYLOAD\n");
        }
        place.payload("steps.sh", "#!/bin/sh\necho other\n").job("exe", "payload: steps/ x");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        String location = " x s3://lava/payloads/steps/\n";
        assertEquals("Z.sh" + location + "a.sh" + location + "b.sh" + location, place.out());
    }

    @Test
    void theFirstFailureStops() {
        Workplace place = new Workplace(directory).dev();
        place.payload("steps/1", "#!/bin/sh\necho 1\n").payload("steps/2", "#!/bin/sh\nexit 4\n");
        place.payload("steps/3", "#!/bin/sh\necho 3\n").job("exe", "payload: steps/");
        JobResult result = place.run();
        assertEquals(4, result.exitStatus());
        assertEquals("1\n", place.out());
        assertEquals(
                List.of(Map.of("payload", "1", "exit_status", 0), Map.of("payload", "2", "exit_status", 4)),
                Workplace.output(result));
    }

    @Test
    void exactlyTheObjectNamedIsMeant() {
        Workplace place = new Workplace(directory).payload("run.sh.old", "x").job("exe", "payload: run.sh");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' does not exist: put it there, or correct 'payload', which is a key"
                        + " under the realm's s3_payloads; one that ends in '/' means all objects directly under it",
                Workplace.error(result));
    }

    @Test
    void aFolderWithoutObjectsIsAnError() {
        Workplace place =
                new Workplace(directory).payload("steps/deeper/c", "x").job("exe", "payload: steps/");
        assertEquals(
                "payload 's3://lava/payloads/steps/': there is no object directly under it; put some there, or correct"
                        + " 'payload'",
                Workplace.error(place.run()));
    }

    @ParameterizedTest
    @CsvSource({"s3_payloads", "s3_temp"})
    void aRealmThatLacksAnAreaIsAnErrorBeforeAnything(String field) {
        Workplace place = new Workplace(directory).script("echo ran");
        place.write("realm.yaml", place.text("realm.yaml").replaceAll(field + ".*\n", ""));
        JobResult result = place.run();
        assertEquals(2, result.exitStatus());
        assertEquals(
                "realm 'dev' has no '" + field + "', which exe and pkg jobs need: expected s3://bucket/prefix in the"
                        + " realm's spec",
                Workplace.error(result));
    }

    @Test
    void aScriptWithDosLineEndsIsToldAsSuch() {
        Workplace place = new Workplace(directory)
                .payload("run.sh", "#!/bin/sh\r\necho ran\r\n")
                .job("exe", "payload: run.sh");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus());
        assertEquals(
                "payload 's3://lava/payloads/run.sh' begins with the line '#!/bin/sh' that ends as lines do on DOS and"
                        + " Windows, in CR LF: the system would look for '/bin/sh\\r'; store it with lines that end in LF,"
                        + " such as dos2unix makes",
                Workplace.error(result));
    }

    @Test
    void aMissingInterpreterIsNamed() {
        Workplace place = new Workplace(directory)
                .payload("run.sh", "#! /opt/none/python -u\n")
                .job("exe", "payload: run.sh");
        assertEquals(
                "payload 's3://lava/payloads/run.sh' begins with the line '#! /opt/none/python -u', and there is no"
                        + " program '/opt/none/python' on this machine: install it, or name another",
                Workplace.error(place.run()));
    }

    @Test
    void aDryRunStartsNothingAndTellsWhatWouldRun() {
        Workplace place = new Workplace(directory);
        place.write("connections/dwh.yaml", "conn_id: dwh\ntype: script\nenabled: true\n");
        place.script("echo ran", "parameters: {args: ['{{ 1 + 1 }}'], connections: {db: dwh}}");
        JobResult result = place.run(JobRequest.job("nightly").dry());
        assertEquals("checked", result.fields().get("status"), result::toJson);
        assertEquals(
                List.of(Map.of("uri", "s3://lava/payloads/run.sh", "bytes", 19L)),
                result.fields().get("objects"));
        assertEquals(List.of("2"), result.fields().get("arguments"));
        assertEquals(Map.of("db", "dwh"), result.fields().get("connections"));
        assertFalse(place.isKept(result, "run.sh.stdout"));
    }
}
