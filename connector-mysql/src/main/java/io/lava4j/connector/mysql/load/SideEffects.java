package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a load does to rows that its job does not name, as sentences. */
final class SideEffects {

    private static final Set<Mode> EMPTYING = Set.of(Mode.DELETE, Mode.DROP, Mode.SWITCH, Mode.TRUNCATE);

    private final LoadSession session;
    private final LoadRequest request;
    private final String mode;

    SideEffects(LoadSession session, LoadRequest request) {
        this.session = session;
        this.request = request;
        this.mode = "mode '" + request.rules().mode().name().toLowerCase(Locale.ROOT) + "'";
    }

    /** Those of a load that deletes all rows of some tables. */
    List<String> of(TableName target, List<TableName> deletedFrom) throws SQLException {
        List<String> sentences = new ArrayList<>();
        if (EMPTYING.contains(request.rules().mode())
                && !request.target().partitions().isEmpty()) {
            sentences.add(
                    "table " + target + ": " + mode + " empties all of its partitions, also those that PARTITION ("
                            + String.join(", ", request.target().partitions()) + ") does not name");
        }
        for (TableName table : deletedFrom) {
            sentences.addAll(ofKeys(table));
            sentences.addAll(ofTriggers(table));
        }
        return sentences;
    }

    private List<String> ofKeys(TableName table) throws SQLException {
        return Reference.to(session, table).stream()
                .filter(reference ->
                        !reference.restricts() && !reference.child().equals(table))
                .map(reference -> "table " + table + ": " + mode + " deletes its rows, and " + reference.effect())
                .toList();
    }

    private List<String> ofTriggers(TableName table) throws SQLException {
        List<String> triggers = session.query(
                "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = ?"
                        + " AND event_object_table = ? AND event_manipulation = 'DELETE' ORDER BY 1",
                row -> row.getString(1),
                table.schema(),
                table.table());
        return triggers.isEmpty()
                ? List.of()
                : List.of("table " + table + ": " + mode + " deletes its rows, and its DELETE triggers run for each ("
                        + String.join(", ", triggers) + ")");
    }
}
