package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Rules;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether it matters in which order rows come into a table. */
final class RowOrder {

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
        if (dropsDuplicates(rules) && hasUniqueKey(session, table)) {
            return Optional.of("which of two rows with one key stays depends on their order");
        }
        return Optional.empty();
    }

    private static boolean dropsDuplicates(Rules rules) {
        return rules.duplicates() != Duplicates.FAIL || rules.maxWarnings().orElse(0) > 0;
    }

    private static boolean hasUniqueKey(LoadSession session, TargetTable table) throws SQLException {
        return session.query("SHOW INDEX FROM " + table.name().quoted(), row -> row.getInt(2) == 0)
                .contains(true);
    }
}
