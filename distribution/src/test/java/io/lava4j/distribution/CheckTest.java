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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code lava check}, as assembled: what each step can find is tried where the step is. */
@ExtendWith(SandboxExtension.class)
class CheckTest {

    @TempDir
    private Path specs;

    @Test
    void theWholeWayIsWalkedToTheObjects(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
        sandbox.s3().put(place.bucket(), "in/data.csv", "1,a\n");

        Ended check = check(place, "--table", "t", "--load-from", "s3://" + place.bucket() + "/in/");

        assertEquals(0, check.status(), check.out() + check.err());
        assertEquals("", check.err());
        List<String> lines = check.lines();
        assertEquals(
                List.of(
                        "ok spec valid",
                        "ok secret readable",
                        "ok name resolves",
                        "ok port answers",
                        "ok TLS",
                        "ok login",
                        "ok server",
                        "ok rights on the target",
                        "warning table of runs",
                        "ok bucket's region",
                        "ok bucket listed",
                        "ok object read"),
                lines.stream()
                        .filter(line -> line.matches("  \\w.*"))
                        .map(line -> line.substring(2, 31).strip().replaceAll(" +", " "))
                        .toList());
        assertTrue(
                check.out()
                        .contains("'" + place.parameterName()
                                + "' is readable and encrypted under 'alias/lava-dev-sys'\n"),
                check.out());
        assertTrue(
                check.out().contains(" do: CREATE TABLE `" + place.database().name() + "`.`lava_runs` ("), check.out());
        assertTrue(check.out().contains("bucket '" + place.bucket() + "' is in us-east-1\n"), check.out());
        assertTrue(lines.get(lines.size() - 1).matches("connection 'dwh': ok, 1 warning in .*"), check.out());
    }

    @Test
    void asJsonItTellsTheStepsOfATokenAndWhatMustBeKnownOfIt(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withToken(sandbox, specs).mayLoadFromS3();

        Ended check = check(place, "--json");

        assertEquals(0, check.status(), check.out() + check.err());
        assertEquals("", check.err());
        JsonNode result = new JsonMapper().readTree(check.out());
        assertEquals(
                List.of("exit_status", "status", "conn_id", "type", "realm", "steps", "statements", "elapsed"),
                List.copyOf(result.propertyNames()));
        assertEquals("warning", result.get("status").asString());
        assertEquals("mysql-aurora", result.get("type").asString());
        assertEquals("dev", result.get("realm").asString());
        assertEquals(
                List.of(
                        "spec valid",
                        "secret readable",
                        "signing credentials",
                        "token",
                        "name resolves",
                        "port answers",
                        "TLS",
                        "login",
                        "server",
                        "rights on the target",
                        "table of runs",
                        "server-side load"),
                result.get("steps")
                        .valueStream()
                        .map(step -> step.get("step").asString())
                        .toList());
        for (JsonNode step : result.get("steps")) {
            assertEquals(List.of("step", "status", "seen", "remedy", "elapsed"), List.copyOf(step.propertyNames()));
            assertTrue(step.get("elapsed").isNumber(), step::toString);
        }
        String statements = result.get("statements").toString();
        assertTrue(statements.contains("IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';"), statements);
        assertTrue(statements.contains("arn:aws:rds-db:us-east-1:000000000000:dbuser:RESOURCE_ID/"), statements);
        assertFalse(check.out().contains("X-Amz-"), check.out());
    }

    @Test
    void aStepThatFailsEndsWithOneAndAWrongSpecWithTwo(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mariadb(), specs);
        String wrong = "not-the-password-of-anybody";
        sandbox.aws().putSecureString(place.parameterName(), wrong);

        Ended refused = check(place, "-v");
        assertEquals(1, refused.status(), refused.out());
        assertTrue(refused.out().contains("  failed   login "), refused.out());
        assertTrue(refused.out().contains("  skipped  rights on the target "), refused.out());
        assertFalse((refused.out() + refused.err()).contains(wrong), "the password is told");

        Ended invalid = check(place.connection("port", "none"));
        assertEquals(2, invalid.status(), invalid.out());
        assertTrue(invalid.out().contains("/port: 'none': expected a port, 1 to 65535"), invalid.out());
    }

    @Test
    void aParameterInPlainTextIsStoredAgainByWhatIsTold(Sandbox sandbox) throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
        sandbox.aws().putString(place.parameterName(), "in-plain-text");

        Ended check = check(place, "--load-from", "s3://no-such-bucket-anywhere/");

        assertEquals(1, check.status(), check.out());
        assertTrue(
                check.out()
                        .contains(" do: aws ssm put-parameter --overwrite --type SecureString --key-id"
                                + " 'alias/lava-dev-sys' --name '" + place.parameterName()
                                + "' --value file://PASSWORD_FILE\n"),
                check.out());
        assertTrue(check.out().contains("  ok       TLS "), "the way to the server is walked all the same");
        assertTrue(
                check.out().contains("  skipped  login                         needs 'secret readable'\n"),
                check.out());
        assertTrue(
                check.out().contains("bucket 'no-such-bucket-anywhere' does not exist; check its name"), check.out());
        assertFalse(check.out().contains("in-plain-text"), check.out());
    }

    private static Ended check(Workplace place, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "check";
        arguments[1] = "dwh";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return place.lava().run(arguments);
    }
}
