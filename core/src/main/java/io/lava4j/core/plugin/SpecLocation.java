package io.lava4j.core.plugin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of specs in an installed store, as people write it: {@code dynamodb:}.
 *
 * @param scheme which kind of store, in lower case
 * @param place where in it; may be empty
 */
public record SpecLocation(String scheme, String place) {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+");

    /** One letter before the colon is a drive of Windows. */
    private static final Pattern LOCATION = Pattern.compile("(?is)(" + SCHEME + "):(.*)");

    /**
     * Reads a location.
     *
     * @param location such as {@code dynamodb:}
     * @return empty when a directory is meant: without a scheme, or with a slash or a backslash before the colon
     */
    public static Optional<SpecLocation> of(String location) {
        Matcher parts = LOCATION.matcher(location);
        return parts.matches()
                ? Optional.of(new SpecLocation(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2)))
                : Optional.empty();
    }

    static boolean isScheme(String scheme) {
        return SCHEME.matcher(scheme).matches();
    }

    @Override
    public String toString() {
        return scheme + ":" + place;
    }
}
