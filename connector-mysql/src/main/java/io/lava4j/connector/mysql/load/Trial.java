package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tries {@code columns} out as a temporary table of the target's name, for which the user has rights: they are SQL that only
 * the server can judge. Nobody else sees such a table, the target itself stays, and nothing is committed. It has no foreign
 * keys, full-text indexes, periods or history, and takes a right of its own: where it cannot be made there is no trial, and
 * a fault shows when the table itself is made.
 */
final class Trial {

    private static final Pattern NOT_TEMPORARY = Pattern.compile(
            "\\s*(?:CONSTRAINT\\b.*\\bFOREIGN\\s+KEY|FOREIGN\\s+KEY|FULLTEXT)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String SYNTAX_OR_RIGHT = "42";
    /** Of rights, and of what a server does not support yet. */
    private static final Set<Integer> NOT_OF_COLUMNS = Set.of(1044, 1045, 1142, 1143, 1227, 1235);

    private static final int UNKNOWN_TYPE = 4161;

    private final LoadSession session;
    private final Filling filling;
    private final List<String> columns;

    Trial(LoadSession session, Filling filling, List<String> columns) {
        this.session = session;
        this.filling = filling;
        this.columns = columns.stream()
                .filter(column -> !NOT_TEMPORARY.matcher(column).matches())
                .toList();
    }

    /**
     * Makes the table, checks that it can be filled, and drops it; after a failure it goes with the session.
     *
     * @return why its rows must come one after another, as far as is known
     */
    Optional<String> run(TableName table) throws SQLException {
        String engine = session.query("SELECT @@default_storage_engine", row -> row.getString(1))
                .get(0);
        try {
            session.execute(TableStatements.createTemporary(table, columns, engine));
        } catch (SQLException refused) {
            if (isOfColumns(refused) || !ServerWarning.of(refused).isOfServer()) {
                throw refused;
            }
            return Optional.of("the user may not make temporary tables, so that its keys are not known yet");
        }
        TargetTable made = TargetTable.temporary(session, table);
        filling.admit(made, filling.into(table, Optional.empty()));
        Optional<String> order = filling.order(made);
        session.execute(TableStatements.dropTemporary(table));
        return order;
    }

    private static boolean isOfColumns(SQLException refused) {
        int code = refused.getErrorCode();
        boolean said = String.valueOf(refused.getSQLState()).startsWith(SYNTAX_OR_RIGHT);
        return said && !NOT_OF_COLUMNS.contains(code) || code == UNKNOWN_TYPE;
    }
}
