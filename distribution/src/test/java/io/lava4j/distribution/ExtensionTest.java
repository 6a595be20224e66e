package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin in a folder that extends mysql, as the exported package of connector-mysql lets it. Its connector works; what it
 * brings besides is faulty, and named by whatever misses it.
 */
@ExtendWith(SandboxExtension.class)
class ExtensionTest {

    private static final Path SOURCES = Path.of("src/test/extension");
    private static final String JAR = "plugins/extended/extended.jar";

    @TempDir
    private Path directory;

    private InstalledCopy copy;

    @BeforeEach
    void install() throws IOException {
        copy = InstalledCopy.at(directory.resolve("lava4j"));
    }

    @Test
    void itLoadsAsMySqlDoesAndTheReasonForTheClientPathIsItsFaultyS3LoadPath(Sandbox sandbox) throws IOException {
        extended();
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), directory.resolve("specs"))
                .connection("type", "extended")
                .job("append", "1,one\n2,two\n");

        Ended dry = place.run(lava(place), "--dry-run", "--json");
        Ended run = place.run(lava(place), "--json");

        assertEquals(0, dry.status(), dry.err());
        assertEquals(
                "type 'extended' has no S3 load path; not usable: "
                        + faulty("ServerLoads", "its types cannot be told: java.lang.IllegalStateException: no types"),
                Json.object(dry.out()).get("load_path_reason"));
        assertEquals(0, run.status(), run.err());
        assertEquals("2", place.count());
    }

    @Test
    void theServersPathIsRefusedWithTheFault(Sandbox sandbox) throws IOException {
        extended();
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), directory.resolve("specs"))
                .connection("type", "extended")
                .job("append", "1,one\n")
                .parameter("load_path", "server");

        Ended run = place.run(lava(place));

        assertEquals(2, run.status(), run.err());
        assertTrue(
                run.err()
                        .contains("load_path 'server': type 'extended' has no S3 load path; not usable: "
                                + faulty(
                                        "ServerLoads",
                                        "its types cannot be told: java.lang.IllegalStateException: no types")
                                + "; or use client or auto"),
                run.err());
    }

    @Test
    void whereThereIsNoPasswordItsFaultyAuthenticationIsNamed() throws IOException {
        extended();

        Ended run = load("t");

        assertEquals(1, run.status(), run.err());
        assertTrue(
                run.err()
                        .endsWith(
                                "connection 'dwh': there is no password: name a parameter in 'password', or a secret that"
                                        + " holds one in 'secret_id'. Not usable: "
                                        + faulty(
                                                "Tokens",
                                                "its constructor failed: java.lang.IllegalStateException: no tokens")
                                        + "\n"),
                run.err());
    }

    @Test
    void whereThereIsATemplateItsFaultyEngineIsNamed() throws IOException {
        extended();
        Files.delete(copy.library("lava4j-template-jinja-"));

        Ended run = load("'{{ x }}'");

        assertEquals(2, run.status(), run.err());
        assertTrue(
                run.err()
                        .endsWith("/parameters/table: '{{ x }}' is a template, and this installation has no template"
                                + " engine: add one, or write the value as it is. Not usable: "
                                + faulty("Engine", "its constructor failed: java.lang.IllegalStateException: no engine")
                                + "\n"),
                run.err());
    }

    @Test
    void onceCompiledForAnotherVersionOfConnectorMysqlItIsNotUsed() throws IOException {
        Path other = copy.jar("other/connector-mysql.jar", "9.9.1", otherVersion());
        copy.jar(JAR, "1.0", SOURCES, other);

        Ended list = copy.lava().run("list", "--strict-plugins");

        assertEquals(2, list.status(), list.out());
        String ours = copy.library("lava4j-connector-mysql-0")
                .getFileName()
                .toString()
                .replaceAll("lava4j-connector-mysql-|\\.jar", "");
        assertTrue(
                list.lines()
                        .contains(
                                "fault: plugin 'extended': module 'com.example.extended' (extended.jar) was compiled for"
                                        + " 9.9.1 of io.lava4j.connector.mysql, and this is " + ours
                                        + "; get a version of it for " + ours.replaceFirst("(\\d+\\.\\d+).*", "$1")),
                list.out());
    }

    /** Compiled against what the installation has. */
    private void extended() throws IOException {
        copy.jar(JAR, "1.0", SOURCES, copy.home().resolve("lib"));
    }

    private String faulty(String name, String fault) {
        return "com.example.extended." + name + " in module com.example.extended from "
                + copy.home().resolve(JAR) + " (" + fault + ")";
    }

    private LavaProgram lava(Workplace place) {
        return copy.lava().with(place.lava().environment());
    }

    /** A load whose connection has no password. */
    private Ended load(String table) throws IOException {
        Path specs = directory.resolve("specs");
        Files.createDirectories(specs.resolve("connections"));
        Files.writeString(
                specs.resolve("connections/dwh.yaml"),
                "{conn_id: dwh, type: extended, enabled: true, host: h, port: 3306, database: d, user: u}\n");
        Path job = Files.writeString(
                specs.resolve("load.yaml"),
                "{job_id: load, type: db_from_s3, enabled: true, parameters: {db_conn_id: dwh, bucket: b, key: k,"
                        + " schema: s, table: " + table + ", mode: append}}\n");
        return copy.lava().run("run", job, "--realm", "dev", "--specs", specs);
    }

    /** The exported package as another version may have it. */
    private Path otherVersion() throws IOException {
        Path sources = directory.resolve("other");
        Map<String, String> files = Map.of(
                "module-info.java",
                "module io.lava4j.connector.mysql { requires io.lava4j.core; exports io.lava4j.connector.mysql; }",
                "io/lava4j/connector/mysql/MySql.java",
                """
                package io.lava4j.connector.mysql;
                import io.lava4j.core.spi.Connector;
                import io.lava4j.core.spi.ConnectorProvider;
                import io.lava4j.core.spi.Spec;
                public class MySql {
                    public static Connector connect(Spec spec, ConnectorProvider.Context context) { return null; }
                }""");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = sources.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return sources;
    }
}
