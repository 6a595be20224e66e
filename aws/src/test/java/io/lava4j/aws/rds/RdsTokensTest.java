package io.lava4j.aws.rds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.aws.AwsProperties;
import io.lava4j.aws.FixedAnswer;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SandboxExtension.class)
class RdsTokensTest {

    /** Nothing listens there: servers are given ports from 1024 on. */
    private static final int NOBODYS_PORT = 1;

    private static final RdsEndpoint ENDPOINT = new RdsEndpoint("mydb.abc123.eu-west-1.rds.amazonaws.com", 3306);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Sandbox sandbox;
    private AwsProperties properties;

    @BeforeEach
    void theSdkFindsTheSandbox(Sandbox shared) {
        sandbox = shared;
        properties = AwsProperties.of(shared);
    }

    @AfterEach
    void putBack() {
        properties.close();
    }

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = RdsTokensTest.class.getResourceAsStream("rds-iam-tokens.json")) {
            return new JsonMapper().readTree(file).get("cases").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aTokenIsTheOneThatAwsExpects(JsonNode vector) {
        String host = vector.get("host").asString();
        int port = vector.get("port").asInt();
        String key = vector.get("access_key_id").asString();
        String secret = vector.get("secret_access_key").asString();
        AwsCredentials credentials = vector.get("session_token").isNull()
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(
                        key, secret, vector.get("session_token").asString());
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");
        Instant date = format.parse(vector.get("date").asString(), Instant::from);

        String token = tokens(credentials, date)
                .sign(
                        new RdsEndpoint(host, port),
                        vector.get("region").asString(),
                        vector.get("user").asString())
                .password()
                .reveal();

        assertTrue(token.startsWith(host + ":" + port + "/?"), token);
        Map<String, String> expected = new TreeMap<>();
        vector.get("expected_query")
                .properties()
                .forEach(parameter ->
                        expected.put(parameter.getKey(), parameter.getValue().asString()));
        assertEquals(expected, query(token));
    }

    @Test
    void aTokenIsTheOneThatTheSdksOwnSignerMakes() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            String user = text(random);
            Instant at = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
            AwsCredentials credentials = round % 3 == 0
                    ? AwsBasicCredentials.create("AKIA" + round, "k" + text(random))
                    : AwsSessionCredentials.create("ASIA" + round, "k" + text(random), "s" + text(random));
            RdsEndpoint endpoint =
                    new RdsEndpoint("db-" + round + ".abc.eu-west-1.rds.amazonaws.com", 1150 + random.nextInt(60_000));

            String ours = tokens(credentials, at)
                    .sign(endpoint, "eu-west-1", user)
                    .password()
                    .reveal();

            assertEquals(query(sdk(credentials, at, endpoint, user)), query(ours), "round " + round);
        }
    }

    @Test
    void aTokenIsGoodForFifteenMinutesOrUntilItsCredentialsExpire() {
        assertEquals(
                NOW.plusSeconds(900),
                tokens(AwsBasicCredentials.create("AKIA", "k"), NOW)
                        .sign(ENDPOINT, "eu-west-1", "etl")
                        .goodUntil());
        assertEquals(
                NOW.plusSeconds(900),
                tokens(expiring(NOW.plusSeconds(901)), NOW)
                        .sign(ENDPOINT, "eu-west-1", "etl")
                        .goodUntil());
        assertEquals(
                NOW.plusSeconds(60),
                tokens(expiring(NOW.plusSeconds(60)), NOW)
                        .sign(ENDPOINT, "eu-west-1", "etl")
                        .goodUntil());
    }

    @Test
    void credentialsKnownToHaveExpiredSignNothing() {
        for (Duration ago : new Duration[] {Duration.ZERO, Duration.ofDays(1)}) {
            RdsTokens tokens = tokens(expiring(NOW.minus(ago)), NOW);
            assertEquals(
                    "the AWS credentials that would sign a token expired at " + NOW.minus(ago)
                            + "; log in to AWS again",
                    assertThrows(CredentialsException.class, () -> tokens.sign(ENDPOINT, "eu-west-1", "etl"))
                            .getMessage());
        }
    }

    @Test
    void everyTokenIsANewOneAndAwsIsAskedForNone() {
        RdsTokens tokens = new RdsTokens(Clock.systemUTC());
        int asked = sandbox.aws().requests("GetCallerIdentity", "");

        RdsToken first = tokens.sign(ENDPOINT, "eu-west-1", "etl");
        RdsToken second = tokens.sign(ENDPOINT, "eu-west-1", "etl");

        assertFalse(first.password() == second.password());
        assertEquals(asked, sandbox.aws().requests("GetCallerIdentity", ""));
    }

    @Test
    void withoutCredentialsTheErrorSaysWhereTheyWereLookedFor() {
        properties.without("aws.accessKeyId").without("aws.secretAccessKey");

        String message = assertThrows(CredentialsException.class, () -> new RdsTokens(Clock.systemUTC())
                        .sign(ENDPOINT, "eu-west-1", "etl"))
                .getMessage();

        assertTrue(
                message.startsWith("no AWS credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"),
                message);
    }

    @Test
    void theRegionIsThatOfTheAwsSettingsOrNone() {
        RdsTokens tokens = new RdsTokens(Clock.systemUTC());
        properties.with("aws.region", "eu-north-1");
        assertEquals(Optional.of("eu-north-1"), tokens.region());
        properties.without("aws.region");
        assertEquals(Optional.empty(), tokens.region());
    }

    @Test
    void awsTellsWhoseCredentialsSigned() {
        assertEquals(
                new Caller(Optional.of("arn:aws:iam::000000000000:user/sandbox"), false, ""),
                new RdsTokens(Clock.systemUTC())
                        .sign(ENDPOINT, "eu-west-1", "etl")
                        .caller()
                        .get());
    }

    @Test
    void theQuestionIsSignedAsTheSdksOwnSignerSignsItForTheEndpointOfTheAwsSettings() throws IOException {
        AwsCredentials credentials = AwsSessionCredentials.create("ASIA", "k3y", "s3ss/10n+=");
        try (FixedAnswer sts = FixedAnswer.of(
                200,
                Map.of(),
                "<R><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/u</Arn></GetCallerIdentityResult></R>")) {
            properties
                    .endpoint(URI.create("http://127.0.0.1:" + NOBODYS_PORT))
                    .with("aws.endpointUrlSts", sts.endpoint().toString());

            tokens(credentials, NOW).sign(ENDPOINT, "eu-west-1", "etl").caller().get();

            String asked = sts.lines().get(0);
            assertTrue(asked.startsWith("GET /?"), asked);
            assertEquals(Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15"), query(asked));
            SdkHttpRequest.Builder question = SdkHttpRequest.builder()
                    .uri(sts.endpoint())
                    .encodedPath("/")
                    .putRawQueryParameter("Action", "GetCallerIdentity")
                    .putRawQueryParameter("Version", "2011-06-15");
            assertEquals(
                    signed(credentials, NOW, question, "sts", AuthLocation.HEADER, null)
                            .firstMatchingHeader("Authorization")
                            .map(List::of)
                            .orElseThrow(),
                    sts.requests().get(0).get("Authorization"));
            assertEquals(List.of("s3ss/10n+="), sts.requests().get(0).get("X-amz-security-token"));
            assertEquals(1, sts.lines().size(), "one try");
        }
    }

    @Test
    void credentialsThatAwsDoesNotAcceptAreToldFromAnAwsThatCannotBeAsked() throws IOException {
        RdsToken token = new RdsTokens(Clock.systemUTC()).sign(ENDPOINT, "eu-west-1", "etl");
        try (FixedAnswer answer = FixedAnswer.of(
                403,
                Map.of(),
                "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no such key</Message></Error></ErrorResponse>")) {
            properties.endpoint(answer.endpoint());
            assertEquals(
                    new Caller(
                            Optional.empty(),
                            true,
                            "AWS does not accept the credentials (InvalidClientTokenId: no such key);"
                                    + " check access key, secret key and this machine's clock"),
                    token.caller().get());
        }
        properties.endpoint(URI.create("http://127.0.0.1:" + NOBODYS_PORT));
        Caller unasked = token.caller().get();
        assertFalse(unasked.refused());
        assertTrue(unasked.fault().startsWith("AWS cannot be reached ("), unasked.fault());
    }

    /** A token may be good nevertheless. */
    @ParameterizedTest
    @CsvSource({
        "400, Throttling, 'AWS is asked too often (Throttling: so); try again later, or raise the limit'",
        "403, AccessDenied, access is denied (AccessDenied: so); allow sts:GetCallerIdentity"
    })
    void anAwsThatDoesNotTellHasRefusedNoCredentials(int status, String code, String fault) throws IOException {
        RdsToken token = new RdsTokens(Clock.systemUTC()).sign(ENDPOINT, "eu-west-1", "etl");
        String said = "<ErrorResponse><Error><Code>" + code + "</Code><Message>so</Message></Error></ErrorResponse>";
        try (FixedAnswer answer = FixedAnswer.of(status, Map.of(), said)) {
            properties.endpoint(answer.endpoint());

            assertEquals(
                    new Caller(Optional.empty(), false, fault), token.caller().get());
        }
    }

    @Test
    void nothingPrintsAToken() {
        RdsToken token = tokens(AwsSessionCredentials.create("AKIAX", "k3y", "s3ss10n"), NOW)
                .sign(ENDPOINT, "eu-west-1", "etl");

        String printed = token.toString();

        assertFalse(printed.contains("Signature") || printed.contains("k3y") || printed.contains("s3ss10n"), printed);
    }

    private static RdsTokens tokens(AwsCredentials credentials, Instant at) {
        return new RdsTokens(StaticCredentialsProvider.create(credentials), InstantSource.fixed(at));
    }

    private static AwsCredentials expiring(Instant expiry) {
        return AwsSessionCredentials.builder()
                .accessKeyId("ASIA")
                .secretAccessKey("k")
                .sessionToken("s")
                .expirationTime(expiry)
                .build();
    }

    private static String sdk(AwsCredentials credentials, Instant at, RdsEndpoint endpoint, String user) {
        SdkHttpRequest.Builder connect = SdkHttpRequest.builder()
                .protocol("https")
                .host(endpoint.host())
                .port(endpoint.port())
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("DBUser", user);
        return signed(credentials, at, connect, "rds-db", AuthLocation.QUERY_STRING, Duration.ofMinutes(15))
                .getUri()
                .toString();
    }

    private static SdkHttpRequest signed(
            AwsCredentials credentials,
            Instant at,
            SdkHttpRequest.Builder get,
            String service,
            AuthLocation place,
            Duration lifetime) {
        return AwsV4HttpSigner.create()
                .sign(request -> request.identity(credentials)
                        .request(get.method(SdkHttpMethod.GET).build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, place)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
    }

    private static Map<String, String> query(String token) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : token.substring(token.indexOf('?') + 1).split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** Letters, and characters that must be encoded, of one, two, three and four bytes. */
    private static String text(Random random) {
        String some = "abcXYZ019-._~ +/=&?%#:@!*'()é€😀\u0001";
        int[] points = some.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(30); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString().strip().isEmpty() ? "u" : "u" + text + "u";
    }
}
