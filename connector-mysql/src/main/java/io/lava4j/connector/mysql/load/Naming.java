package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How a server reads names of schemas and tables.
 *
 * @param blindToCase whether two that differ in case alone are one
 * @param literalGrants whether a schema in a grant is a name, and no pattern
 */
record Naming(boolean blindToCase, boolean literalGrants) {

    static Naming of(LoadSession session) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        session.query(
                "SHOW VARIABLES WHERE variable_name IN ('lower_case_table_names', 'partial_revokes')",
                row -> settings.put(row.getString(1), row.getString(2)));
        return new Naming(
                !"0".equals(settings.get("lower_case_table_names")), "ON".equals(settings.get("partial_revokes")));
    }

    boolean same(String one, String other) {
        return blindToCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }
}
