package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** exe and pkg jobs with a connection of type mysql-aurora: the client of this machine, an IAM token, TLS verified. */
@ExtendWith(SandboxExtension.class)
class AuroraProgramsTest {

    private static final String SCRIPT =
            """
            #!/bin/sh
            echo "$LAVA_CONNID_DWH"
            "$LAVA_CONN_DWH" --execute 'SELECT COUNT(*) AS n FROM t'
            env
            """;

    @TempDir
    private Path specs;

    private Workplace place;
    private String bucket;
    private Sandbox sandbox;

    @BeforeEach
    void furnish(Sandbox shared) throws IOException {
        sandbox = shared;
        place = Workplace.withToken(shared, specs);
        place.database().execute("INSERT INTO t VALUES (1, 'one'), (2, 'two')");
        bucket = shared.s3().newBucket();
        write("realm.yaml", "realm: dev\ns3_payloads: s3://%1$s/payloads\ns3_temp: s3://%1$s/temp\n".formatted(bucket));
    }

    @Test
    void anExeJobOpensItWithTheClient() throws IOException {
        sandbox.s3().put(bucket, "payloads/count.sh", SCRIPT);
        write("jobs/count.yaml", job("exe", "count.sh", ""));

        assertCounted(place.lava().run("-v", "run", "count", "--dev"));
    }

    @Test
    void aPkgJobToo() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream pack = new ZipOutputStream(zip)) {
            pack.putNextEntry(new ZipEntry("bin/count.sh"));
            pack.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(specs.resolve("count.zip"), zip.toByteArray());
        sandbox.s3().put(bucket, "payloads/count.zip", file);
        write("jobs/count.yaml", job("pkg", "count.zip", "command: bin/count.sh, "));

        assertCounted(place.lava().run("-v", "run", "count", "--dev"));
    }

    private static void assertCounted(Ended run) {
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith("dwh\nn\n2\n"), run.out());
        assertTrue(run.out().contains("\nLAVA_CONN_DWH=/"), run.out());
        // The token, whose name this is, is neither in the program's environment nor told, with all that is told.
        assertFalse((run.out() + run.err()).contains("X-Amz-Signature"), run.err());
    }

    private static String job(String type, String payload, String parameters) {
        return "job_id: count\ntype: %s\nenabled: true\npayload: %s\nparameters: {%sconnections: {dwh: dwh}}\n"
                .formatted(type, payload, parameters);
    }

    private void write(String name, String text) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
