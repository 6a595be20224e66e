package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.Lava;
import io.lava4j.core.error.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spec of these types may and must hold. */
class AuroraSpecTest {

    private static final String ALL =
            """
            conn_id: dwh
            type: TYPE
            enabled: true
            description: The warehouse.
            owner: data@example.com
            host: db.example.com
            port: "3306"
            database: sales
            user: etl
            password: /lava/dev/dwh
            secret_id: dev/dwh
            ssl: yes
            ca_cert: ca.pem
            ssl_mode: verify-identity
            preserve_case: false
            run_schema: lava
            subtype: pymysql
            region: ap-southeast-2
            iam_host: mydb.cluster-abc123.ap-southeast-2.rds.amazonaws.com
            iam_port: 3306
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mysql-aurora", "mysql-rds", "mariadb-rds", "MySQL-Aurora"})
    void everyFieldIsAcceptedByEveryType(String type) throws IOException {
        assertEquals(List.of(), faults(ALL.replace("TYPE", type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql-aurora", "mysql-rds", "mariadb-rds"})
    void requiredFieldsAreRequiredAndThePasswordIsNot(String type) throws IOException {
        assertEquals(
                List.of(
                        "/conn_id is missing: it must be given",
                        "/host is missing: expected here, or in the secret that secret_id names",
                        "/port is missing: expected here, or in the secret that secret_id names",
                        "/database is missing: expected here, or in the secret that secret_id names",
                        "/user is missing: expected here, or in the secret that secret_id names"),
                faults("type: " + type + "\nenabled: true\n"));
    }

    @Test
    void aSecretMayGiveTheFieldsWithAStar() throws IOException {
        assertEquals(List.of(), faults("conn_id: dwh\ntype: mysql-aurora\nenabled: true\nsecret_id: dev/dwh\n"));
    }

    @Test
    void valuesOfTheWrongKindAreToldWithWhatWasExpected() throws IOException {
        assertEquals(
                List.of(
                        "/region 'Sydney': expected an AWS region such as eu-west-1",
                        "/iam_host 'db:3306': expected a host name, without a port",
                        "/iam_port '70000': expected a port, 1 to 65535",
                        "/iam_hots is not a known field; did you mean 'iam_host'?"),
                faults(ALL.replace("TYPE", "mysql-aurora")
                        .replace("region: ap-southeast-2", "region: Sydney")
                        .replaceFirst("iam_host: .*", "iam_host: db:3306")
                        .replace("iam_port: 3306", "iam_port: 70000\niam_hots: a")));
    }

    @Test
    void theSpecsInTheGuideAreValid() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "mysql-aurora.md"));
        List<MatchResult> specs = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .toList();

        assertEquals(2, specs.size());
        for (MatchResult spec : specs) {
            assertEquals(List.of(), faults(spec.group(1)));
        }
    }

    private List<String> faults(String spec) throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("connections")).resolve("dwh.yaml"), spec);
        try (Lava lava = Lava.builder().build()) {
            return lava.validate(List.of(file)).get(0).violations().stream()
                    .map(AuroraSpecTest::text)
                    .toList();
        }
    }

    private static String text(Violation violation) {
        return violation.pointer() + " " + violation.message();
    }
}
