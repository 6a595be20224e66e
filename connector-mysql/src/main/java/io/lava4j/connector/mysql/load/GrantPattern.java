package io.lava4j.connector.mysql.load;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The schemas that a grant names by a pattern of LIKE. Of several that fit a schema, a server goes by one alone: by a name
 * before any pattern, and by the more specific of two patterns. What is more specific, MySQL and MariaDB measure in ways of
 * their own; where those could differ, both patterns are taken for the one.
 *
 * @param text the pattern
 * @param expression the same as a regular expression
 * @param fixed its characters that stand for themselves
 * @param wild where its first wildcard stands; its length when there is none
 * @param ones whether it has a wildcard for one character
 */
record GrantPattern(String text, String expression, int fixed, int wild, boolean ones) {

    static GrantPattern of(String text) {
        StringBuilder expression = new StringBuilder();
        int fixed = 0;
        int wild = text.length();
        boolean ones = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%' || each == '_') {
                wild = Math.min(wild, i);
                ones |= each == '_';
                expression.append(each == '%' ? ".*" : ".");
            } else {
                i += each == '\\' && i + 1 < text.length() ? 1 : 0;
                fixed++;
                expression.append(Pattern.quote(text.substring(i, i + 1)));
            }
        }
        return new GrantPattern(text, expression.toString(), fixed, wild, ones);
    }

    boolean fits(String schema, Naming naming) {
        if (naming.literalGrants()) {
            return naming.same(text, schema);
        }
        int flags = Pattern.DOTALL | (naming.blindToCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return Pattern.compile(expression, flags).matcher(schema).matches();
    }

    /** Those of some patterns for one schema that a server may go by. */
    static List<GrantPattern> decisive(Collection<GrantPattern> fitting) {
        List<GrantPattern> names = fitting.stream().filter(GrantPattern::isName).toList();
        return names.isEmpty()
                ? fitting.stream()
                        .filter(each -> fitting.stream().noneMatch(other -> other.isMoreSpecificThan(each)))
                        .toList()
                : names;
    }

    private boolean isName() {
        return wild == text.length();
    }

    private boolean isMoreSpecificThan(GrantPattern other) {
        return !other.ones && wild > other.wild && fixed > other.fixed;
    }
}
