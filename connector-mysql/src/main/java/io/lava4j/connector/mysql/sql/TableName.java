package io.lava4j.connector.mysql.sql;

/**
 * A table with its schema, as the database names them.
 *
 * @param schema the schema
 * @param table the table
 */
public record TableName(String schema, String table) {

    /** The name as SQL. */
    public String quoted() {
        return SqlText.identifier(schema) + "." + SqlText.identifier(table);
    }

    /** The name for a person. */
    @Override
    public String toString() {
        return "'" + schema + "." + table + "'";
    }
}
