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

/** A connection without a password: the assembled program logs in with a token. */
@ExtendWith(SandboxExtension.class)
class TokenTest {

    @TempDir
    private Path specs;

    @Test
    void aJobLogsInWithATokenSignedForTheRegionOfTheAwsSettings(Sandbox sandbox) throws IOException {
        Workplace place = token(sandbox);

        Ended run = place.run();

        assertEquals(0, run.status(), run.err());
        assertEquals("2", place.count());
    }

    @Test
    void aSecretWithoutAPasswordGivesTheRestAndTheTokenIsThePassword(Sandbox sandbox) throws IOException {
        Workplace place = token(sandbox);
        sandbox.aws()
                .putSecret(
                        place.database().name(),
                        """
                        {"username": "%s", "host": "localhost", "port": %d, "dbname": "%s"}"""
                                .formatted(
                                        sandbox.aurora().newIamUser(place.database()),
                                        sandbox.aurora().port(),
                                        place.database().name()));
        place.connectionFile(
                "secret.yaml",
                "conn_id: dwh\ntype: mysql-rds\nenabled: true\nssl: true\nca_cert: "
                        + sandbox.aurora().caFile() + "\nsecret_id: "
                        + place.database().name() + "\n");

        Ended run = place.run();

        assertEquals(0, run.status(), run.err());
        assertEquals("2", place.count());
    }

    @Test
    void aRefusedTokenFailsTheJobWithWhatItCanBe(Sandbox sandbox) throws IOException {
        Ended run = token(sandbox).connection("region", "eu-west-1").run();

        assertEquals(1, run.status(), run.err());
        List.of(
                        "the password was an IAM token, and the server does not say what is wrong with it; likeliest first:",
                        "  - the address in the token: host 'localhost', port "
                                + sandbox.aurora().port() + ", region 'eu-west-1' must be those of the database's own",
                        "  - the policy: rds-db:connect must be allowed to 'arn:aws:iam::000000000000:user/sandbox'",
                        "  - the user: it must have been made by CREATE USER '")
                .forEach(line -> assertTrue(run.err().contains(line), run.err()));
    }

    @Test
    void aPasswordThatTheServerRefusesIsToldHowToGiveWayToAToken(Sandbox sandbox) throws IOException {
        Workplace place = token(sandbox);
        sandbox.aws().putSecureString(place.parameterName(), "old");

        Ended run = place.connection("password", place.parameterName()).run();

        assertEquals(1, run.status(), run.err());
        assertTrue(
                run.err()
                        .contains(" (using password: YES)); they have not changed since; leave 'password' out to log in"
                                + " with an IAM token"),
                run.err());
    }

    @Test
    void withoutSslTheSpecIsWrong(Sandbox sandbox) throws IOException {
        Ended run = token(sandbox).connection("ssl", false).run();

        assertEquals(2, run.status(), run.err());
        assertTrue(
                run.err().contains("lava: connection 'dwh': an IAM token is sent over TLS only: set ssl to true;"),
                run.err());
    }

    @Test
    void whatSignsTokensIsLoadedOnlyForAToken() {
        String loaded = LavaProgram.assembled().loadedBy(specs.resolve("classes.log"), "describe", "mysql-aurora");

        assertTrue(loaded.contains(" io.lava4j.connector.mysql.aurora.IamAuthentication "), loaded);
        assertFalse(loaded.contains(" io.lava4j.aws.rds."), loaded);
        assertFalse(loaded.contains(" software.amazon.awssdk.auth."), loaded);
        assertFalse(loaded.contains(" com.mysql.cj."), loaded);
    }

    private Workplace token(Sandbox sandbox) throws IOException {
        return Workplace.withToken(sandbox, specs)
                .job("delete", "1,one\n2,two\n")
                .parameter("load_path", "client");
    }
}
