package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of CHECK and FOREIGN KEY constraints, which are unique in a schema.
 *
 * @param names the names, in lower case
 */
record ConstraintNames(Set<String> names) {

    private static final String TEXT = "'(?:[^'\\\\]|''|\\\\.)*+'|\"(?:[^\"\\\\]|\"\"|\\\\.)*+\"";
    private static final String NAME = "`(?:[^`]|``)++`";
    private static final Pattern NAMED = Pattern.compile(
            TEXT + "|" + NAME + "|\\bCONSTRAINT\\s+(" + NAME + "|[0-9A-Za-z$_\\x{80}-\\x{FFFF}]+)"
                    + "(?=\\s+(?:CHECK|FOREIGN|REFERENCES)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    ConstraintNames {
        names = Set.copyOf(names);
    }

    /** Those that a table has. */
    static ConstraintNames of(LoadSession session, TableName table) throws SQLException {
        return new ConstraintNames(session
                .query(
                        "SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = ?"
                                + " AND table_name = ? AND constraint_type IN ('CHECK', 'FOREIGN KEY')",
                        row -> row.getString(1).toLowerCase(Locale.ROOT),
                        table.schema(),
                        table.table())
                .stream()
                .collect(Collectors.toSet()));
    }

    /** The specifications of columns without these names: the server makes others up. */
    List<String> strippedFrom(List<String> columns) {
        return columns.stream()
                .map(column -> NAMED.matcher(column).replaceAll(this::stripped))
                .toList();
    }

    /** The first of these names that specifications of columns have. */
    Optional<String> firstIn(List<String> columns) {
        return columns.stream()
                .flatMap(column -> NAMED.matcher(column).results())
                .map(ConstraintNames::name)
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private String stripped(MatchResult found) {
        return names.contains(name(found).toLowerCase(Locale.ROOT)) ? "" : Matcher.quoteReplacement(found.group());
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? "" : SqlText.unquoted(found.group(1));
    }
}
