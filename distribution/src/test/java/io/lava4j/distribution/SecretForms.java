package io.lava4j.distribution;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A secret in every form in which it may be written by mistake. */
record SecretForms(String secret) {

    List<String> all() {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                        // What follows may change the last characters.
                        Base64.getEncoder()
                                .withoutPadding()
                                .encodeToString(bytes)
                                .replaceFirst(".{2}$", ""),
                        hex,
                        hex.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The first of them that a text holds; nothing if it holds none. */
    String in(String text) {
        return all().stream().filter(text::contains).findFirst().orElse("");
    }
}
