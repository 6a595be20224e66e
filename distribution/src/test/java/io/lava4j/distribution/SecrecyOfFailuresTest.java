package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever breaks, and whatever a check finds, with every logger at its lowest level: nothing written or left holds a secret. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class SecrecyOfFailuresTest {

    private static final String S3 = "AWS_ENDPOINT_URL_S3";
    private static final String LOGIN_WORKS = "  ok       login ";
    private static final String LOGIN_FAILS = "  failed   login ";

    @TempDir
    private Path specs;

    @TempDir
    private Path temporary;

    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    @Test
    void theSessionIsCutInMidLoad() throws IOException {
        Workplace place = withParameter();
        place.server()
                .execute("CREATE TRIGGER `%1$s`.waits BEFORE INSERT ON `%1$s`.t FOR EACH ROW DO SLEEP(600)"
                        .formatted(place.database().name()));
        try (Running run = lava(place).start("run", "load", "-vv")) {
            String session = sleeping(place, run);
            new SecretSearch(place, temporary).findsNothingIn(arguments(run.process()));

            place.server().execute("KILL " + session);

            fails("lava: ", place, run.end());
        }
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "500, InternalError", "400, ExpiredToken"})
    void s3Refuses(int status, String code) throws IOException {
        // S3 itself repeats a token that it does not accept.
        String body = "<Error><Code>" + code + "</Code><Message>no</Message><Token-0>" + SecrecyTest.SESSION
                + "</Token-0></Error>";
        try (OddEndpoint s3 = OddEndpoint.refusing(status, body)) {
            s3Fails(s3);
        }
    }

    @Test
    void s3IsSilent() throws IOException {
        try (OddEndpoint s3 = OddEndpoint.silent()) {
            s3Fails(s3);
        }
    }

    @Test
    void theCredentialsHaveExpired() throws IOException {
        Workplace place = withParameter();
        try (OddEndpoint aws = OddEndpoint.refusing(
                400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"The security token is expired\"}")) {
            LavaProgram lava = lava(place).with(SecrecyTest.TEMPORARY).with(aws.insteadOf("AWS_ENDPOINT_URL"));

            fails("the AWS credentials have expired", place, place.run(lava, "-vv"));
        }
    }

    @Test
    void theServerIsGone() throws IOException {
        Workplace place = withParameter();
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        place.connection("port", port);

        fails("lava: connection 'dwh': server 127.0.0.1:" + port + " ", place, place.run(lava(place), "-vv"));
    }

    @Test
    void aProgramFails() throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
        ProgramJob.connected(place, "\"$LAVA_CONN_DWH\" -e 'SELECT nothing'; exit 3");

        Ended run = lava(place).run("run", "nightly", "--dev", "-vv");

        fails("Unknown column 'nothing'", place, run);
        assertEquals(3, run.status(), run.err());
    }

    @Test
    void aCheckWithAParameterSucceeds() throws IOException {
        Workplace place = withParameter();

        Ended check = check(place, lava(place), "--table", "t", "--load-from", "s3://" + place.bucket() + "/data.csv");

        assertEquals(0, check.status(), check.out() + check.err());
        keeps(LOGIN_WORKS, place, check);
    }

    @Test
    void aCheckFindsAWrongPasswordInASecret() throws IOException {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs).secret(SecrecyTest.WRONG);

        fails(LOGIN_FAILS, place, check(place, lava(place)));
    }

    @Test
    void aCheckWithATokenOfTemporaryCredentialsSucceedsAndFails() throws IOException {
        sandbox.aurora().addKey(SecrecyTest.TEMPORARY_KEY_ID, SecrecyTest.ACCESS_KEY, SecrecyTest.SESSION);
        Workplace place = Workplace.withToken(sandbox, specs);
        LavaProgram lava = lava(place).with(SecrecyTest.TEMPORARY);

        keeps(LOGIN_WORKS, place, check(place, lava));
        fails(LOGIN_FAILS, place.connection("user", "nobody"), check(place, lava));
    }

    private Workplace withParameter() throws IOException {
        return Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n");
    }

    private void s3Fails(OddEndpoint s3) throws IOException {
        Workplace place = withParameter().parameter("key", "prefix/").parameter("args", "[PREFIX, \"DELIMITER ','\"]");
        LavaProgram lava = lava(place).with(SecrecyTest.TEMPORARY).with(s3.insteadOf(S3));

        fails("lava: bucket '" + place.bucket() + "': ", place, place.run(lava, "-vv"));
    }

    private static Ended check(Workplace place, LavaProgram lava, Object... more) {
        return lava.run(
                Stream.concat(Stream.of("check", "dwh", "-vv"), Stream.of(more)).toArray());
    }

    /** The session whose load waits in the table's trigger. */
    private static String sleeping(Workplace place, Running run) {
        String query = "SELECT id FROM information_schema.processlist WHERE state = 'User sleep' AND db = '"
                + place.database().name() + "'";
        List<List<String>> found = place.server().query(query);
        while (found.isEmpty()) {
            assertTrue(run.process().isAlive(), () -> "nothing loads" + run.soFar());
            LockSupport.parkNanos(20_000_000);
            found = place.server().query(query);
        }
        return found.get(0).get(0);
    }

    /** Of a process and all that it has started, as anybody on the machine may read them. */
    private static String arguments(Process process) {
        String arguments = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> SecretSearch.content(Path.of("/proc", Long.toString(each.pid()), "cmdline")))
                .collect(Collectors.joining("\n"));
        assertTrue(arguments.contains("load"), arguments);
        return arguments;
    }

    private void fails(String said, Workplace place, Ended run) throws IOException {
        assertNotEquals(0, run.status(), run.out() + run.err());
        keeps(said, place, run);
    }

    private void keeps(String said, Workplace place, Ended run) throws IOException {
        String all = run.out() + run.err();
        assertTrue(all.contains(said), all);
        assertTrue(run.err().contains("TRACE software.amazon.awssdk"), all);
        SecretSearch search = new SecretSearch(place, temporary);
        search.findsNothingIn(all);
        search.findsNothingLeft();
    }

    /** With a secret access key that is no common word, and everything logged. */
    private LavaProgram lava(Workplace place) {
        return place.lava()
                .with(Map.of("AWS_SECRET_ACCESS_KEY", SecrecyTest.ACCESS_KEY))
                .withJava(SecrecyTest.everything(temporary));
    }
}
