package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command loads of the libraries that take long to load. */
class LoadedClassesTest {

    private static final String AWS = "software.amazon";
    private static final String DRIVER = "com.mysql";
    private static final String TEMPLATES = "io.lava4j.template.jinja.";
    private static final String PARSER = "picocli";
    private static final String JSON = "tools.jackson";

    @TempDir
    private Path directory;

    @Test
    void theVersionIsToldWithNoneOfThem() throws IOException {
        assertEquals(List.of(), loaded(List.of(AWS, DRIVER, TEMPLATES, PARSER, JSON), 0, "--version"));
    }

    @Test
    void specsAreValidatedWithoutAwsDriverAndTemplates() throws IOException {
        Path spec = Files.writeString(
                directory.resolve("spec.yaml"), "conn_id: dwh\ntype: mysql-aurora\nenabled: true\nsecret_id: dwh\n");
        assertEquals(List.of(), loaded(List.of(AWS, DRIVER, TEMPLATES), 0, "validate", spec));
    }

    @Test
    void typesAreDescribedWithoutAwsDriverAndTemplates() throws IOException {
        assertEquals(List.of(), loaded(List.of(AWS, DRIVER, TEMPLATES), 0, "describe", "mysql-aurora"));
    }

    /** The stores' own classes name some of the SDK's, which Java looks at; no client is made. */
    @Test
    void pluginsAreListedWithoutWhatIsBehindThem() throws IOException {
        assertEquals(
                List.of("io.lava4j.template.jinja.JinjaTemplates"),
                loaded(List.of(AWS + ".awssdk.core.internal", DRIVER, TEMPLATES), 0, "list"));
    }

    @Test
    void aRunWithLocalSecretsAndObjectsLoadsNoAws() throws IOException {
        write("realm.yaml", "realm: dev\n");
        write(
                "connections/db.yaml",
                "conn_id: db\ntype: mysql\nenabled: true\nhost: 127.0.0.1\nport: 1\n"
                        + "database: d\nuser: u\nsecret_id: db\n");
        write("secrets/db", "{\"password\": \"p\"}");
        write("objects/b/k.csv", "1\n");
        write(
                "jobs/load.yaml",
                "job_id: load\ntype: db_from_s3\nenabled: true\nparameters: {db_conn_id: db, bucket: b,"
                        + " key: k.csv, schema: s, table: t, mode: append}\n");
        Files.setPosixFilePermissions(directory.resolve("secrets/db"), PosixFilePermissions.fromString("rw-------"));
        assertEquals(List.of(), loaded(List.of(AWS, TEMPLATES), 1, "run", "load", "--specs", directory));
    }

    /** The classes that a command loads of some packages. */
    private List<String> loaded(List<String> packages, int status, Object... arguments) throws IOException {
        Path log = directory.resolve("loaded");
        Ended ended = LavaProgram.assembled()
                .with(Map.of("LAVA_JAVA_OPTS", "-Xlog:class+load=info:file=" + log + ":none"))
                .run(arguments);
        assertEquals(status, ended.status(), ended.err());
        try (Stream<String> lines = Files.lines(log)) {
            List<String> classes =
                    lines.map(line -> line.replaceFirst(" .*", "")).toList();
            assertTrue(classes.contains("io.lava4j.cli.Main"), "the log holds no classes");
            return classes.stream()
                    .filter(name -> packages.stream().anyMatch(name::startsWith))
                    .toList();
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
