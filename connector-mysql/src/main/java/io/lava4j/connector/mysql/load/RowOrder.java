package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Rules;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether it matters in which order rows come into a table. */
final class RowOrder {

    /** Of innodb_autoinc_lock_mode; below it a load statement holds a table's numbers to its end. */
    private static final int ALL_AT_ONCE = 2;

    private RowOrder() {}

    /**
     * Looks.
     *
     * @param listed the columns that the data holds; none: those of the table
     * @return why it does, to follow an "as"; empty when it does not
     */
    static Optional<String> matters(LoadSession session, TargetTable table, List<String> listed, Rules rules)
            throws SQLException {
        if (table.drawsNumbers(listed)) {
            return Optional.of("the rows get their AUTO_INCREMENT numbers in their order");
        }
        if (table.loadsAutoIncrement(listed) && lockMode(session) < ALL_AT_ONCE) {
            return Optional.of("the server lets one statement after another fill a table with an AUTO_INCREMENT column"
                    + " (innodb_autoinc_lock_mode is " + lockMode(session) + ")");
        }
        if (session.isMariaDb() && drawsFromSequence(session, table)) {
            return Optional.of("the rows get the numbers of a sequence in their order");
        }
        if (dropsDuplicates(rules) && hasUniqueKey(session, table)) {
            return Optional.of("which of two rows with one key stays depends on their order");
        }
        return Optional.empty();
    }

    private static int lockMode(LoadSession session) throws SQLException {
        return session.query("SELECT @@innodb_autoinc_lock_mode", row -> row.getInt(1))
                .get(0);
    }

    private static boolean drawsFromSequence(LoadSession session, TargetTable table) throws SQLException {
        return session
                .query("SHOW COLUMNS FROM " + table.name().quoted(), row -> String.valueOf(row.getString(5)))
                .stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("nextval("));
    }

    private static boolean dropsDuplicates(Rules rules) {
        return rules.duplicates() != Duplicates.FAIL || rules.maxWarnings().orElse(0) > 0;
    }

    private static boolean hasUniqueKey(LoadSession session, TargetTable table) throws SQLException {
        return session.query("SHOW INDEX FROM " + table.name().quoted(), row -> row.getInt(2) == 0)
                .contains(true);
    }
}
