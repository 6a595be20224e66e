package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lava4j.distribution.LavaProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that {@code lava schema --all} writes, by a validator that knows the standard alone, as an editor does. */
class EditorSchemasTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "specs");

    @TempDir
    private static Path schemas;

    @BeforeAll
    static void write() {
        Ended schema = LavaProgram.assembled().run("schema", "--all", schemas);
        assertEquals(0, schema.status(), schema.err());
    }

    @Test
    void everyExampleIsValidByTheSchemaOfItsKind() {
        List<Path> files = Sources.in(EXAMPLES).toList();

        assertEquals(13, files.size(), files::toString);
        for (Path file : files) {
            assertEquals(List.of(), faults(kind(file), Sources.text(file)), file.toString());
        }
    }

    private static String kind(Path file) {
        if (file.getFileName().toString().startsWith("realm.")) {
            return "realm";
        }
        return file.startsWith(EXAMPLES.resolve("jobs")) ? "job" : "connection";
    }

    @ParameterizedTest
    @CsvSource({
        "connectors/mysql, examples/specs/connections/mysql.yaml",
        "connectors/mariadb, examples/specs/connections/mariadb.yaml",
        "connectors/mysql-aurora, examples/specs/connections/aurora.yaml",
        "jobs/db_from_s3, examples/specs/jobs/by-prefix.yaml",
        "jobs/exe, examples/specs/jobs/row-count.yaml",
        "jobs/pkg, examples/specs/jobs/inventory.yaml",
        "realm, examples/specs/realm.yaml"
    })
    void anExampleIsValidByTheSchemaOfItsTypeToo(String schema, String example) {
        assertEquals(List.of(), faults(schema, Sources.text(Path.of("..").resolve(example))));
    }

    @Test
    void aTypeIsKnownInAnyCaseAndByItIsKnownWhatElseMayBeThere() {
        String spec =
                """
                conn_id: dwh
                type: MySQL-Aurora
                secret_id: prod/dwh
                iam_port: 70000
                regoin: eu-west-1
                """;

        assertEquals(List.of("/iam_port: maximum", "/regoin: additionalProperties"), faults("connection", spec));
        assertEquals(
                List.of("/iam_port: additionalProperties", "/regoin: additionalProperties"),
                faults("connection", spec.replace("MySQL-Aurora", "MYSQL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb", "mysql-aurora", "mysql-rds", "mariadb-rds"})
    void whatASecretMayGiveIsMissedWhereThereIsNone(String type) {
        String spec = "conn_id: dwh\ntype: " + type + "\n";

        assertEquals(
                List.of("/database: required", "/host: required", "/port: required", "/user: required"),
                faults("connection", spec));
        assertEquals(faults("connection", spec), faults("connectors/" + type, spec));
        assertEquals(List.of(), faults("connection", spec + "secret_id: prod/dwh\n"));
    }

    @Test
    void aTypeThatIsNotInstalledIsAFaultOfItsFieldAlone() {
        assertEquals(
                List.of("/type: enum", "/type: pattern"),
                faults("connection", "conn_id: dwh\ntype: mysq\nfile: a.db\n"));
    }

    @Test
    void aSpecWithoutATypeMissesIt() {
        assertEquals(List.of("/type: required"), faults("job", "job_id: load\n"));
    }

    @Test
    void faultsOfParametersAreToldAtTheirPlace() {
        String spec =
                """
                job_id: load
                type: db_from_s3
                enabled: perhaps
                parameters:
                  db_conn_id: dwh
                  bucket: b
                  key: k
                  schema: s
                  mode: apend
                  args: [PREFIX, 1]
                X-note: anything
                """;

        assertEquals(
                List.of(
                        "/enabled: pattern",
                        "/parameters/args/1: type",
                        "/parameters/mode: enum",
                        "/parameters/table: required"),
                faults("job", spec));
    }

    @Test
    void aRealmWithAWrongPlaceIsAFault() {
        assertEquals(List.of("/s3_temp: pattern"), faults("realm", "realm: dev\ns3_temp: bucket\n"));
    }

    @Test
    void theCatalogueNamesFilesThatAreThere() {
        List<?> entries = (List<?>)
                Json.object(Sources.text(schemas.resolve("catalog.json"))).get("schemas");

        assertEquals(3, entries.size());
        for (Object entry : entries) {
            String url = String.valueOf(((java.util.Map<?, ?>) entry).get("url"));
            assertTrue(url.startsWith(schemas.toUri().toString()), url);
            assertTrue(Path.of(java.net.URI.create(url)).toFile().isFile(), url);
        }
    }

    /** Place and keyword of each, in order. */
    private static List<String> faults(String schema, String spec) {
        TreeSet<String> faults = new TreeSet<>();
        schema(schema).validate(spec, InputFormat.YAML).forEach(fault -> {
            String property = fault.getProperty() == null ? "" : "/" + fault.getProperty();
            faults.add(fault.getInstanceLocation() + property + ": " + fault.getKeyword());
        });
        return List.copyOf(faults);
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Sources.text(schemas.resolve(name + ".json")), InputFormat.JSON);
    }
}
