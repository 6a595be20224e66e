package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;

/**
 * A foreign key that refers to a table.
 *
 * @param child the table that has the key
 * @param key its name
 * @param rule what happens to rows that refer to one that is deleted, as SQL names it
 */
record Reference(TableName child, String key, String rule) {

    /** All that lead to a table, its own among them, as far as the user can see. */
    static List<Reference> to(LoadSession session, TableName table) throws SQLException {
        return session.query(
                "SELECT constraint_schema, table_name, constraint_name, delete_rule"
                        + " FROM information_schema.referential_constraints"
                        + " WHERE unique_constraint_schema = ? AND referenced_table_name = ? ORDER BY 1, 2, 3",
                row -> new Reference(
                        new TableName(row.getString(1), row.getString(2)), row.getString(3), row.getString(4)),
                table.schema(),
                table.table());
    }

    /** Whether the deletion of rows is refused while others refer to them. */
    boolean restricts() {
        return !rule.equals("CASCADE") && !rule.equals("SET NULL");
    }

    /** The key with its table. */
    String name() {
        return child.schema() + "." + child.table() + "." + key;
    }

    /** What the deletion of the table's rows does, to follow a subject. */
    String effect() {
        String to =
                switch (rule) {
                    case "CASCADE" -> "also deletes the rows of " + child + " that refer to them";
                    case "SET NULL" -> "also sets to NULL what refers to them in " + child;
                    default -> "is refused while rows of " + child + " refer to them";
                };
        return to + " (key '" + key + "', ON DELETE " + rule + ")";
    }
}
