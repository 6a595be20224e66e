package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Forbids a swap that would lose what belongs to the table, or that cannot be made. */
final class SwapCheck {

    /** What to do where there is no swap. */
    static final String WAY_OUT = "set 'atomic: false', or use 'mode: delete'";

    /** What to do about a foreign key that leads to the table, and that the user cannot see. */
    static final String WAY_OUT_UNSEEN =
            "look for it as a user who can see it, and drop it; 'mode: delete' does what its DELETE_RULE says, and CASCADE"
                    + " would also delete the rows that refer to the table";

    /** Needed on the schema, as the names of new tables are made up. */
    private static final List<String> RIGHTS = List.of("CREATE", "ALTER", "DROP", "INSERT");

    private final LoadSession session;
    private final TableName table;
    private final String subject;

    SwapCheck(LoadSession session, TableName table) {
        this(session, table, "table " + table);
    }

    private SwapCheck(LoadSession session, TableName table, String subject) {
        this.session = session;
        this.table = table;
        this.subject = subject;
    }

    /** For a table that has passed once. */
    static SwapCheck again(LoadSession session, TableName table) {
        return new SwapCheck(session, table, changed(table));
    }

    /** Begins what is said of a table that is not any more as it was when the load began. */
    static String changed(TableName table) {
        return "table " + table + " was changed by others while it was loaded";
    }

    /** Checks the rights on the table alone: to empty it, or to drop it and make it anew. */
    void checkRightsInPlace(List<String> rights) throws SQLException {
        Grants grants = Grants.of(session);
        String lacking =
                rights.stream().filter(right -> !grants.onTable(right, table)).collect(Collectors.joining(", "));
        require(lacking.isEmpty(), "the user lacks " + lacking + " on it; grant them");
    }

    /** Checks that new tables can be made in the schema, and renamed. */
    void checkRights(String wayOut) throws SQLException {
        Grants grants = Grants.of(session);
        String lacking = RIGHTS.stream()
                .filter(right -> !grants.onSchema(right, table.schema()))
                .collect(Collectors.joining(", "));
        require(
                lacking.isEmpty(),
                "the user lacks " + lacking + " on schema '" + table.schema()
                        + "', to make a new table and put it in place; grant them" + wayOut);
    }

    /** Checks that the table has nothing that stays with the old one. */
    void check() throws SQLException {
        checkRights(", or " + WAY_OUT);
        require(
                Grants.of(session).onTable("TRIGGER", table),
                "the user lacks TRIGGER on it, without which its triggers cannot be seen, and a swap would lose them;"
                        + " grant it, or " + WAY_OUT);
        refuse(triggers(), "it has triggers");
        refuseReferences();
        refuse(ownKeys(), "foreign keys lead from it");
        boolean elsewhere = Definition.of(session, table).namesPlace();
        refuse(elsewhere ? List.of("DATA DIRECTORY") : List.of(), "it has its own place");
    }

    private List<String> triggers() throws SQLException {
        return names(
                "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = ?"
                        + " AND event_object_table = ? ORDER BY 1",
                table.schema(),
                table.table());
    }

    /** The server itself lets nobody empty or drop the table then, so there is no advice that does no harm. */
    private void refuseReferences() throws SQLException {
        List<Reference> references = Reference.to(session, table);
        List<Reference> others = references.stream()
                .filter(reference -> !reference.child().equals(table))
                .toList();
        require(
                others.isEmpty(),
                "foreign keys lead to it (" + joined(others, Reference::name) + "), which a swap would lose, and with"
                        + " which the server neither truncates nor drops it, so 'atomic: false' is refused as well."
                        + " 'mode: delete' deletes its rows, and " + joined(others, Reference::effect)
                        + "; use it if that is meant, or drop the keys and add them again after the load");
        List<Reference> own = references.stream().filter(Reference::restricts).toList();
        require(
                own.isEmpty(),
                "its rows refer to one another (" + joined(own, Reference::name) + "), which a swap would lose; set"
                        + " 'atomic: false'. 'mode: delete' may be refused by that key");
    }

    private static String joined(List<Reference> references, Function<Reference, String> part) {
        return references.stream().map(part).collect(Collectors.joining(", "));
    }

    private List<String> ownKeys() throws SQLException {
        return names(
                "SELECT CONCAT(constraint_schema, '.', table_name, '.', constraint_name)"
                        + " FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema = ? AND table_name = ? ORDER BY 1",
                table.schema(),
                table.table());
    }

    private List<String> names(String query, String... parameters) throws SQLException {
        return session.query(query, row -> row.getString(1), parameters);
    }

    private void refuse(List<String> lost, String why) {
        require(
                lost.isEmpty(),
                "%s (%s), which a swap would lose; %s".formatted(why, String.join(", ", lost), WAY_OUT));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new JobFailedException(subject + ": " + otherwise);
        }
    }
}
