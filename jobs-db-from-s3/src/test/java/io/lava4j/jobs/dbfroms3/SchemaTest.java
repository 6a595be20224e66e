package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.Lava;
import io.lava4j.core.error.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema as core reads it. What a fault says is core's; here it counts that each is found, in its place. */
class SchemaTest {

    @TempDir
    private Path folder;

    @Test
    void everyDocumentedParameterIsAccepted() throws IOException {
        assertEquals(
                List.of(),
                faults(
                        """
                        job_id: nightly
                        type: db_from_s3
                        enabled: true
                        parameters:
                          db_conn_id: dwh
                          bucket: exports
                          key: orders/
                          schema: sales
                          table: orders
                          mode: switch
                          args: [PREFIX, "DELIMITER ','"]
                          columns: ["id INT", "PRIMARY KEY (id)"]
                          jinja: "no"
                          vars: {day: monday, count: 3}
                          min_size: 10 KiB
                          skip_missing: false
                          s3_conn_id: sydney
                          s3_iam_role: arn:aws:iam::123456789012:role/load
                          load_path: auto
                          parallel: 1
                          max_warnings: 0
                          atomic: "True"
                        """));
    }

    @Test
    void theFewestParametersAreAccepted() throws IOException {
        assertEquals(
                List.of(),
                faults(
                        """
                        {"job_id": "nightly", "type": "DB_FROM_S3", "parameters": {
                          "db_conn_id": "dwh", "bucket": "b", "key": "k", "schema": "s", "table": "t", "mode": "abort"}}
                        """));
    }

    @Test
    void argsAreValidatedWithTheSpec() throws IOException {
        Path spec = folder.resolve("args.yaml");
        Files.writeString(
                spec,
                """
                job_id: nightly
                type: db_from_s3
                parameters:
                  db_conn_id: dwh
                  bucket: b
                  key: k
                  schema: s
                  table: t
                  mode: append
                  args:
                    - HEADR
                    - DELIMITER ''
                """);

        try (Lava lava = Lava.builder().build()) {
            assertEquals(
                    List.of(
                            spec + ":11:7: /parameters/args/0: 'HEADR' is not a load option, did you mean 'HEADER'?",
                            spec + ":12:7: /parameters/args/1: 'DELIMITER ''' has an empty string,"
                                    + " expected at least one character"),
                    lava.validate(List.of(spec)).get(0).violations().stream()
                            .map(Violation::toString)
                            .toList());
        }
    }

    @Test
    void everyFaultIsFoundInItsPlace() throws IOException {
        List<String> faults = faults(
                """
                        job_id: nightly
                        type: db_from_s3
                        parameters:
                          db_conn_id: ""
                          bucket: 7
                          key: k
                          schema: s
                          mode: APPEND
                          args: HEADER
                          columns: [1]
                          jinja: perhaps
                          min_size: 10 potatoes
                          load_path: elsewhere
                          parallel: 0
                          max_warnings: -1
                          skip_mising: true
                        """);

        assertEquals(
                List.of(
                        "/parameters/table",
                        "/parameters/db_conn_id",
                        "/parameters/bucket",
                        "/parameters/mode",
                        "/parameters/args",
                        "/parameters/columns/0",
                        "/parameters/jinja",
                        "/parameters/min_size",
                        "/parameters/load_path",
                        "/parameters/parallel",
                        "/parameters/max_warnings",
                        "/parameters/skip_mising"),
                faults);
    }

    @Test
    void parametersAreRequired() throws IOException {
        assertEquals(List.of("/parameters"), faults("{\"job_id\": \"nightly\", \"type\": \"db_from_s3\"}"));
    }

    private List<String> faults(String job) throws IOException {
        Path file = Files.writeString(folder.resolve("nightly.yaml"), job);
        try (Lava lava = Lava.builder().specs(folder).realm("test").build()) {
            return lava.validate(List.of(file)).stream()
                    .flatMap(spec -> spec.violations().stream())
                    .map(Violation::pointer)
                    .toList();
        }
    }
}
