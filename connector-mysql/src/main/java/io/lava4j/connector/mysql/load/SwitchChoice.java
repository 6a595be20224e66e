package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which of the two tables of mode switch is filled, as they are.
 *
 * @param mode the one to fill and the other
 * @param filled the one to fill, where it is there
 * @param missing the one that is not there, if any
 */
record SwitchChoice(SwitchMode mode, Optional<TargetTable> filled, List<TableName> missing) {

    SwitchChoice {
        missing = List.copyOf(missing);
    }

    /** The two tables of a target. */
    static List<TableName> tables(TableName target) {
        return List.of(named(target, "_a"), named(target, "_b"));
    }

    /** Chooses; empty when neither table is there. Where both hold rows there is no choice, which is an error. */
    static Optional<SwitchChoice> of(LoadSession session, TableName target) throws SQLException {
        TableName a = named(target, "_a");
        TableName b = named(target, "_b");
        Optional<TargetTable> first = TargetTable.lookUp(session, a);
        Optional<TargetTable> second = TargetTable.lookUp(session, b);
        if (first.isEmpty() && second.isEmpty()) {
            return Optional.empty();
        }
        List<TableName> missing = first.isEmpty() ? List.of(a) : second.isEmpty() ? List.of(b) : List.of();
        if (isEmpty(session, first)) {
            return Optional.of(new SwitchChoice(new SwitchMode(a, b), first, missing));
        }
        if (isEmpty(session, second)) {
            return Optional.of(new SwitchChoice(new SwitchMode(b, a), second, missing));
        }
        throw new JobFailedException("tables " + a + " and " + b
                + " both hold rows, and mode 'switch' fills an empty one; empty the one that is out of date");
    }

    private static boolean isEmpty(LoadSession session, Optional<TargetTable> table) throws SQLException {
        return table.isEmpty() || SharedName.isEmpty(session, table.get().name());
    }

    private static TableName named(TableName target, String ending) {
        return new TableName(target.schema(), target.table() + ending);
    }
}
