package io.lava4j.connector.mysql.sql;

import io.lava4j.core.error.ConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of columns out of SQL column specifications. */
public final class ColumnSpecification {

    /** Reserved words, all of them, so no column can be called so without back quotes. */
    private static final Pattern TABLE_LEVEL = Pattern.compile(
            "\\s*(PRIMARY|UNIQUE|INDEX|KEY|CONSTRAINT|CHECK|FOREIGN|FULLTEXT|SPATIAL|PERIOD\\s+FOR)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("\\s*(`(?:[^`]|``)++`|[0-9A-Za-z$_\\x{80}-\\x{FFFF}]+)");

    private ColumnSpecification() {}

    /** The names of the columns among some specifications, in order; entries of the table's level are left out. */
    public static List<String> names(List<String> specifications) {
        return specifications.stream()
                .filter(specification -> !isTableLevel(specification))
                .map(specification -> SqlText.unquoted(name(specification).group(1)))
                .toList();
    }

    /** A specification with the column's name in lower case; an entry of the table's level as it is. */
    public static String folded(String specification) {
        if (isTableLevel(specification)) {
            return specification;
        }
        Matcher name = name(specification);
        return name.group(1).toLowerCase(Locale.ROOT) + specification.substring(name.end());
    }

    private static boolean isTableLevel(String specification) {
        return TABLE_LEVEL.matcher(specification).lookingAt();
    }

    private static Matcher name(String specification) {
        Matcher name = NAME.matcher(specification);
        if (!name.lookingAt()) {
            throw new ConfigurationException("column specification '" + specification
                    + "' does not begin with the name of a column; put it first, such as id INT");
        }
        return name;
    }
}
