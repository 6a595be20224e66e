package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DynamoDbServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exe and pkg jobs whose specs are records of DynamoDB, in the shapes that lava's own tables have. */
@ExtendWith(SandboxExtension.class)
class ProgramsInDynamoDbTest {

    private Sandbox sandbox;
    private DynamoDbServer server;
    private Database database;
    private String realm;
    private String bucket;

    @BeforeEach
    void aRealmWithAConnection(Sandbox shared) {
        sandbox = shared;
        server = shared.dynamodb();
        database = shared.mysql().newDatabase();
        bucket = shared.s3().newBucket();
        realm = database.name().replace("_", "-");
        server.createRealm(realm);
        server.putItem(
                "lava.realms",
                """
                {"realm": {"S": "%1$s"}, "s3_payloads": {"S": "s3://%2$s/payloads"}, "s3_temp": {"S": "s3://%2$s/tmp"}}"""
                        .formatted(realm, bucket));
        shared.aws().putSecureString("/lava/" + realm + "/dwh", database.password());
        server.putItem(
                "lava." + realm + ".connections",
                """
                {"conn_id": {"S": "dwh"}, "type": {"S": "mysql"}, "enabled": {"BOOL": true}, "host": {"S": "%s"},
                 "port": {"N": "%s"}, "database": {"S": "%s"}, "user": {"S": "%s"}, "password": {"S": "/lava/%s/dwh"},
                 "ssl": {"BOOL": true}, "ca_cert": {"S": "%s"}}"""
                        .formatted(
                                database.host(),
                                database.port(),
                                database.name(),
                                database.user(),
                                realm,
                                shared.mysql().caFile()));
    }

    @Test
    void aProgramFindsNumbersBooleansAndConnections() {
        String script =
                """
                #!/bin/sh
                echo "$@"
                echo $PORT $RATE $LARGE $STRICT $DAY
                "$LAVA_CONN_DB" -N -e 'SELECT DATABASE()'
                """;
        sandbox.s3().put(bucket, "payloads/run.sh", script);
        job(
                """
                "type": {"S": "exe"}, "payload": {"S": "run.sh one"},
                "parameters": {"M": {"args": {"L": [{"N": "7"}, {"N": "2.50"}, {"N": "1E+3"}, {"S": "{{ 1 + 1 }}"}]},
                    "env": {"M": {"PORT": {"N": "3306"}, "RATE": {"N": "0.25"}, "LARGE": {"N": "1E+21"},
                                  "STRICT": {"BOOL": true}, "DAY": {"S": "{{ vars.day }}"}}},
                    "vars": {"M": {"day": {"N": "5"}}}, "jinja": {"BOOL": true}, "timeout": {"N": "300"},
                    "connections": {"M": {"db": {"S": "dwh"}}}}}""");
        assertEquals(List.of("one 7 2.5 1000 2", "3306 0.25 1000000000000000000000 true 5", database.name()), said());
    }

    @Test
    void theTimeLimitMayBeANumberOfSeconds() {
        sandbox.s3().put(bucket, "payloads/run.sh", "#!/bin/sh\nsleep 1000\n");
        job(
                """
                "type": {"S": "exe"}, "payload": {"S": "run.sh"}, "parameters": {"M": {"timeout": {"N": "1"}}}""");
        Ended run = run();
        assertEquals(28, run.status(), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"L\": [{\"S\": \"a.zip\"}, {\"S\": \"b.zip\"}]}",
                "{\"SS\": [\"a.zip\", \"b.zip\"]}",
                "{\"S\": \"both/\"}"
            })
    void packagesMayBeAListASetOrAPlace(String payload) throws IOException {
        for (String name : List.of("a", "b")) {
            byte[] pack = pack("#!/bin/sh\necho " + name + " \"$@\"\n");
            sandbox.s3().put(bucket, "payloads/" + name + ".zip", pack);
            sandbox.s3().put(bucket, "payloads/both/" + name + ".zip", pack);
        }
        job(
                """
                "type": {"S": "pkg"}, "payload": %s,
                "parameters": {"M": {"command": {"S": "bin/run all"}, "timeout": {"S": "5 m"},
                    "args": {"L": [{"N": "7"}]}}}"""
                        .formatted(payload));
        assertEquals(List.of("a all 7", "b all 7"), said());
    }

    private void job(String fields) {
        server.putItem(
                "lava." + realm + ".jobs",
                "{\"job_id\": {\"S\": \"nightly\"}, \"enabled\": {\"BOOL\": true}, \"dispatcher\": {\"S\": \"Sydney\"}, "
                        + "\"worker\": {\"S\": \"core\"}, " + fields + "}");
    }

    /** What programs say; lava's own last line follows it. */
    private List<String> said() {
        Ended run = run();
        assertEquals(0, run.status(), run.err());
        return run.lines().subList(0, run.lines().size() - 1);
    }

    private Ended run() {
        Map<String, String> environment = new HashMap<>(sandbox.environment());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint().toString());
        return LavaProgram.assembled()
                .with(environment)
                .run("run", "nightly", "--dev", "--specs", "dynamodb:", "--realm", realm);
    }

    private static byte[] pack(String script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bin/run"));
            zip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
