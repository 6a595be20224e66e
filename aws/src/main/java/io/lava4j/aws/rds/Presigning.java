package io.lava4j.aws.rds;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signature version 4 of a GET without a body, in the query or in headers. Made here, because the SDK's own signer logs what it
 * signs, the session token included, and part of that is part of the token.
 *
 * @param credentials who signs
 * @param region of the service
 * @param service its name in signatures
 * @param at when it is signed, to the second
 */
record Presigning(AwsCredentials credentials, String region, String service, Instant at) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String END = "aws4_request";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    /** The signed query of {@code GET host/?…}. */
    String query(String host, long seconds, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("X-Amz-Algorithm", ALGORITHM);
        all.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope());
        all.put("X-Amz-Date", TIME.format(at));
        all.put("X-Amz-Expires", Long.toString(seconds));
        all.put("X-Amz-SignedHeaders", "host");
        if (credentials instanceof AwsSessionCredentials session) {
            all.put("X-Amz-Security-Token", session.sessionToken());
        }
        // The names need no encoding, so their order is that of their encoded form.
        String query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query + "&X-Amz-Signature=" + signature(query, Map.of("host", host));
    }

    /** The headers that sign {@code GET host/?query}, where the query is in order. */
    Map<String, String> headers(String host, String query) {
        Map<String, String> signed = new TreeMap<>();
        signed.put("host", host);
        signed.put("x-amz-content-sha256", sha256(""));
        signed.put("x-amz-date", TIME.format(at));
        if (credentials instanceof AwsSessionCredentials session) {
            signed.put("x-amz-security-token", session.sessionToken());
        }
        Map<String, String> headers = new TreeMap<>(signed);
        headers.put(
                "Authorization",
                ALGORITHM + " Credential=" + credentials.accessKeyId() + "/" + scope() + ", SignedHeaders="
                        + String.join(";", signed.keySet()) + ", Signature=" + signature(query, signed));
        return headers;
    }

    private String signature(String query, Map<String, String> headers) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String request =
                "GET\n/\n" + query + "\n" + lines + "\n" + String.join(";", headers.keySet()) + "\n" + sha256("");
        String toSign = ALGORITHM + "\n" + TIME.format(at) + "\n" + scope() + "\n" + sha256(request);
        byte[] key = bytes("AWS4" + credentials.secretAccessKey());
        for (String part : scope().split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private String scope() {
        return String.join("/", DATE.format(at), region, service, END);
    }

    /** All but the unreserved characters of RFC 3986. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : bytes(text)) {
            boolean unreserved = each > 0 && (Character.isLetterOrDigit(each) || "-._~".indexOf(each) >= 0);
            encoded.append(unreserved ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return encoded.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its parts hold secrets. */
    @Override
    public String toString() {
        return "a signature for " + service + " in " + region;
    }
}
