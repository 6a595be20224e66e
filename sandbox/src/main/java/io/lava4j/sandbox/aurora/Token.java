package io.lava4j.sandbox.aurora;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A presigned request, without its scheme, that stands for a password.
 *
 * @param authority host and port that it is signed for
 * @param parameters decoded
 */
record Token(String authority, SortedMap<String, String> parameters) {
    private static final Pattern FORM = Pattern.compile("([^/?]+)/\\?(.*)");

    /** Empty for what is no token. */
    static Optional<Token> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var parameters = new TreeMap<String, String>();
        for (String parameter : matcher.group(2).split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length < 2 || !add(parameters, parts)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Token(matcher.group(1), parameters));
    }

    private static boolean add(Map<String, String> parameters, String[] parts) {
        try {
            return parameters.put(decoded(parts[0]), decoded(parts[1])) == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String get(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    @Override
    public String toString() {
        return "***";
    }
}
