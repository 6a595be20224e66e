package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.util.List;

/** Statements about whole tables. */
final class TableStatements {

    private TableStatements() {}

    /** A new table; column specifications are SQL already. */
    static String create(TableName table, List<String> columns) {
        return "CREATE TABLE " + table.quoted() + " (" + String.join(", ", columns) + ")";
    }

    /** A new table that this session alone sees, as a new table would be. */
    static String createTemporary(TableName table, List<String> columns, String engine) {
        return create(table, columns).replaceFirst("TABLE", "TEMPORARY TABLE") + " ENGINE = " + engine;
    }

    static String dropTemporary(TableName table) {
        return "DROP TEMPORARY TABLE " + table.quoted();
    }

    static String createLike(TableName table, TableName model) {
        return "CREATE TABLE " + table.quoted() + " LIKE " + model.quoted();
    }

    static String drop(TableName table) {
        return "DROP TABLE " + table.quoted();
    }

    static String dropIfThere(TableName table) {
        return "DROP TABLE IF EXISTS " + table.quoted();
    }

    /** Gives no row where the table is empty. */
    static String anyRow(TableName table) {
        return "SELECT 1 FROM " + table.quoted() + " LIMIT 1";
    }

    static String truncate(TableName table) {
        return "TRUNCATE TABLE " + table.quoted();
    }
}
