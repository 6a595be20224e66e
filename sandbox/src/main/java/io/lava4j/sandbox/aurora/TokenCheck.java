package io.lava4j.sandbox.aurora;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a token is good for one user at one moment. Every answer but the empty one is a reason to refuse it, for the
 * one who runs the stand-in; it never shows the signature or the session token.
 *
 */
record TokenCheck(Endpoint endpoint, KnownKeys keys, String user, Instant now) {
    private static final long LONGEST_SECONDS = 900;
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final String SIGNATURE = "X-Amz-Signature";

    /** Why the token is refused; empty when it is good. */
    Optional<String> objection(String text) {
        return Token.parse(text).map(this::objection).orElse(Optional.of("the password is not a token"));
    }

    private Optional<String> objection(Token token) {
        return differs("the host and port", token.authority(), endpoint.authority())
                .or(() -> differs(token, "Action", "connect"))
                .or(() -> differs(token, "DBUser", user))
                .or(() -> differs(token, "X-Amz-Algorithm", Signature.ALGORITHM))
                .or(() -> differs(token, "X-Amz-SignedHeaders", "host"))
                .or(() -> time(token))
                .or(() -> signature(token));
    }

    private Optional<String> time(Token token) {
        String date = token.get("X-Amz-Date");
        String expires = token.get("X-Amz-Expires");
        try {
            Instant signed = LocalDateTime.parse(date, TIME).toInstant(ZoneOffset.UTC);
            long seconds = Long.parseLong(expires);
            if (seconds < 1 || seconds > LONGEST_SECONDS) {
                return Optional.of("X-Amz-Expires is '" + expires + "', expected 1 to " + LONGEST_SECONDS);
            }
            if (signed.isAfter(now.plus(SKEW))) {
                return Optional.of("X-Amz-Date '" + date + "' is in the future: it is " + now);
            }
            return now.isAfter(signed.plusSeconds(seconds))
                    ? Optional.of("the token of '" + date + "' expired after " + seconds + " s: it is " + now)
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.of("X-Amz-Date '" + date + "' or X-Amz-Expires '" + expires + "' cannot be read");
        }
    }

    private Optional<String> signature(Token token) {
        String[] credential = token.get("X-Amz-Credential").split("/", 2);
        String scope = credential.length < 2 ? "" : credential[1];
        String expected = token.get("X-Amz-Date").substring(0, 8) + "/" + endpoint.region() + "/rds-db/aws4_request";
        return differs("the scope of X-Amz-Credential", scope, expected).or(() -> keys.find(credential[0])
                .map(key -> signature(token, key, scope))
                .orElse(Optional.of("the access key '" + credential[0] + "' is not known")));
    }

    private Optional<String> signature(Token token, AccessKey key, String scope) {
        if (!Optional.ofNullable(token.parameters().get("X-Amz-Security-Token")).equals(key.sessionToken())) {
            return Optional.of("X-Amz-Security-Token is not the session token of '" + key + "'");
        }
        var parameters = new TreeMap<>(token.parameters());
        parameters.remove(SIGNATURE);
        String right = new Signature(key.secret(), scope).of(token.authority(), token.get("X-Amz-Date"), parameters);
        return MessageDigest.isEqual(bytes(right), bytes(token.get(SIGNATURE)))
                ? Optional.empty()
                : Optional.of("the signature is not that of '" + key + "'");
    }

    private static Optional<String> differs(Token token, String parameter, String expected) {
        return differs(parameter, token.get(parameter), expected);
    }

    private static Optional<String> differs(String subject, String value, String expected) {
        return value.equals(expected)
                ? Optional.empty()
                : Optional.of(subject + " is '" + value + "', expected '" + expected + "'");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
