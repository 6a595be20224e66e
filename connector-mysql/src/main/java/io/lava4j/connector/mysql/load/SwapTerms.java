package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The terms on which a swap was found to lose nothing. A load may take hours, in which others change the table: so they are
 * looked at again right before the RENAME.
 *
 * @param table the table to be replaced
 * @param mode why it is
 * @param copied the table's definition, where the new one is made like it
 */
record SwapTerms(TableName table, Mode mode, Optional<Definition> copied) {

    /** Finds that a table may be replaced, or refuses. */
    static SwapTerms of(LoadSession session, TableName table, Mode mode) throws SQLException {
        new SwapCheck(session, table).check();
        return new SwapTerms(
                table, mode, mode != Mode.DROP ? Optional.of(Definition.of(session, table)) : Optional.empty());
    }

    /** Refuses the swap if they do not hold any more. */
    void confirm(LoadSession session) throws SQLException {
        TargetTable.lookUp(session, table)
                .orElseThrow(() -> new JobFailedException(
                        changed() + "it is gone, or the user has no rights on it; run the job again when it is there"))
                .refuseToLoseHistory(mode);
        SwapCheck.again(session, table).check();
        if (copied.isPresent()) {
            confirm(copied.get(), Definition.of(session, table));
        }
        session.rollback();
    }

    private void confirm(Definition then, Definition now) {
        if (!now.equals(then)) {
            throw new JobFailedException(changed() + "it now has " + shown(now.without(then)) + ", and had "
                    + shown(then.without(now)) + ", which a swap would bring back; run the job again");
        }
    }

    private static String shown(List<String> lines) {
        return lines.isEmpty()
                ? "no such"
                : lines.stream().map(line -> "'" + line + "'").collect(Collectors.joining(", "));
    }

    private String changed() {
        return SwapCheck.changed(table) + ": ";
    }
}
