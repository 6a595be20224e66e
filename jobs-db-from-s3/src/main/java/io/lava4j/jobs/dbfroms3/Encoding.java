package io.lava4j.jobs.dbfroms3;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of character sets as MySQL has them. */
final class Encoding {

    /** MySQL's utf8 holds three bytes a character at most and loses the rest: nobody who writes utf8 means that. */
    private static final Set<String> UTF8 = Set.of("utf8", "utf8mb3", "utf8mb4");

    private static final Set<String> NOT_LOADED = Set.of("ucs2", "utf16", "utf16le", "utf32");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private Encoding() {}

    static String named(String word) throws Fault {
        String name = word.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new Fault("'" + word + "' is not the name of a character set as MySQL has them, "
                    + "expected one such as utf8mb4 or latin1");
        }
        if (NOT_LOADED.contains(name)) {
            throw new Fault("no server loads files in '" + word + "', convert them to UTF-8");
        }
        return UTF8.contains(name) ? "utf8mb4" : name;
    }
}
