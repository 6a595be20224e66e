package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would take more memory than bin/lava gives Java ends in a message all the same. */
class BombTest {

    private static final int MANIFEST = 16 << 20;

    @TempDir
    private Path specs;

    @BeforeEach
    void aJobThatNeedsNoServerToFindItsData() throws IOException {
        write("realm.yaml", "realm: dev\n");
        write(
                "connections/dwh.yaml",
                """
                {conn_id: dwh, type: mysql, enabled: true, host: localhost, port: 1, database: d, user: u, secret_id: s}""");
        write(
                "jobs/load.yaml",
                """
                {job_id: load, type: db_from_s3, enabled: true, parameters: {db_conn_id: dwh, bucket: b, key: m, schema: s,
                table: t, mode: append, args: [MANIFEST]}}""");
        secret("{\"password\": \"p\"}");
    }

    @Test
    void aSpec() throws IOException {
        String name = "k".repeat(45_000);
        Path bomb = write("jobs/bomb.json", "{\"" + name + "\": [" + "1,".repeat(400_000) + "1]}");

        Ended validated = LavaProgram.assembled().run("validate", bomb);

        assertEquals(2, validated.status(), validated.err());
        assertEquals(
                bomb + ":1:85005: holds more than 20000 values; is it a spec?\n1 spec, 1 fault\n", validated.out());
    }

    @Test
    void aManifest() throws IOException {
        String meta = "[],".repeat(MANIFEST / 3 - 100);
        write("objects/b/m", "{\"entries\": [{\"url\": \"s3://b/k\", \"meta\": [" + meta + "1]}]}");

        assertFails(1, "manifest 's3://b/m': none of its objects exists: 's3://b/k'; check the manifest");
    }

    @Test
    void aSecret() throws IOException {
        secret("[".repeat(60_000));

        assertFails(
                1,
                "secret 's' is not a JSON object: expected {\"username\": …, \"password\": …, \"host\": …, \"port\": …};"
                        + " store it so");
    }

    @Test
    void aParameter() {
        assertFails(
                2,
                "job 'load' is not valid, 1 fault:\n  given at run time: /parameters/vars" + "/0".repeat(49)
                        + ": is nested too deep: expected at most 50 levels",
                "--param",
                "vars:=" + "[".repeat(400) + "]".repeat(400));
    }

    private void assertFails(int status, String message, Object... more) {
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"run", "load", "--specs", specs, "--realm", "dev"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        Ended run = LavaProgram.assembled().run(arguments);

        assertEquals("lava: " + message + "\n", run.err());
        assertEquals(status, run.status());
    }

    private void secret(String text) throws IOException {
        Files.setPosixFilePermissions(write("secrets/s", text), PosixFilePermissions.fromString("rw-------"));
    }

    private Path write(String name, String content) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
