package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tokens that others made, and checked against AWS's own signer. */
class TokenCheckTest {
    @ParameterizedTest
    @MethodSource("vectors")
    void aTokenOfOthersIsGoodForAsLongAsItSays(JsonNode vector) {
        Instant signed = signed(vector);

        assertEquals(Optional.empty(), check(vector, signed).objection(token(vector)));
        assertEquals(Optional.empty(), check(vector, signed.plusSeconds(900)).objection(token(vector)));
        assertEquals(
                Optional.of("the token of '" + vector.get("date").asString() + "' expired after 900 s: it is "
                        + signed.plusSeconds(901)),
                check(vector, signed.plusSeconds(901)).objection(token(vector)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aTokenWithOneOtherCharacterInItsSignatureIsRefused(JsonNode vector) {
        String signature = vector.at("/expected_query/X-Amz-Signature").asString();
        String other = signature.substring(1) + (signature.endsWith("0") ? "1" : "0");

        assertEquals(
                Optional.of("the signature is not that of '"
                        + vector.get("access_key_id").asString() + "'"),
                check(vector, signed(vector)).objection(token(vector).replace(signature, other)));
    }

    @Test
    void noReasonAndNoTextOfAKeyShowsASecret() {
        var key = new AccessKey("AKIA", "top secret", Optional.of("session secret"));

        assertEquals("AKIA", key.toString());
        assertFalse(Token.parse("a:1/?X-Amz-Signature=secret")
                .orElseThrow()
                .toString()
                .contains("secret"));
        assertFalse(new Signature("top secret", "scope").toString().contains("secret"));
    }

    private static Stream<JsonNode> vectors() throws IOException {
        try (var in = TokenCheckTest.class.getResourceAsStream("rds-iam-tokens.json")) {
            return new ObjectMapper().readTree(in).get("cases").valueStream().toList().stream();
        }
    }

    private static TokenCheck check(JsonNode vector, Instant now) {
        var keys = new KnownKeys();
        keys.add(new AccessKey(
                vector.get("access_key_id").asString(),
                vector.get("secret_access_key").asString(),
                vector.get("session_token").asStringOpt()));
        var endpoint = new Endpoint(
                vector.get("host").asString(),
                vector.get("port").asInt(),
                vector.get("region").asString());
        return new TokenCheck(endpoint, keys, vector.get("user").asString(), now);
    }

    private static Instant signed(JsonNode vector) {
        return LocalDateTime.parse(vector.get("date").asString(), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
    }

    private static String token(JsonNode vector) {
        String query = vector.get("expected_query")
                .propertyStream()
                .map(parameter -> encoded(parameter.getKey()) + "="
                        + encoded(parameter.getValue().asString()))
                .collect(Collectors.joining("&"));
        return vector.get("host").asString() + ":" + vector.get("port").asInt() + "/?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
