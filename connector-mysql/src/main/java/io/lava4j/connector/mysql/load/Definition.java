package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table's definition: what SHOW CREATE TABLE says, line by line.
 *
 * @param lines without the next number of an AUTO_INCREMENT, which moves with the rows
 */
record Definition(List<String> lines) {

    private static final Pattern NEXT_NUMBER = Pattern.compile("^(\\) .*?) AUTO_INCREMENT=[0-9]+");

    /** Texts and names, which may hold anything. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'|`(?:[^`]|``)*+`", Pattern.DOTALL);

    static Definition of(LoadSession session, TableName table) throws SQLException {
        return of(session.query("SHOW CREATE TABLE " + table.quoted(), row -> row.getString(2))
                .get(0));
    }

    static Definition of(String statement) {
        return new Definition(
                statement.lines().map(Definition::withoutNextNumber).toList());
    }

    /** Whether the table lies elsewhere than others. */
    boolean namesPlace() {
        return QUOTED.matcher(String.join("\n", lines)).replaceAll("''").contains("DATA DIRECTORY");
    }

    /** The lines that another definition lacks. */
    List<String> without(Definition other) {
        return lines.stream()
                .filter(line -> !other.lines.contains(line))
                .map(line -> line.strip().replaceFirst(",$", ""))
                .toList();
    }

    private static String withoutNextNumber(String line) {
        return NEXT_NUMBER.matcher(line).replaceFirst("$1");
    }
}
