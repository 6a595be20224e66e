package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.Connector.Finding;
import java.sql.SQLException;
import java.util.Set;

/**
 * Whether a user can leave marks in a table of runs, and remove old ones.
 *
 * @param table the table, which is there
 * @param user as GRANT names them
 */
record RunsCheck(TableName table, String user) {

    private static final int TABLE_DENIED = 1142;
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);

    Finding finding(LoadSession session) throws SQLException {
        try {
            new RunMarker(table, "").tryOut(session);
        } catch (SQLException refused) {
            return refused(refused);
        }
        return Grants.of(session).onTable("DELETE", table)
                ? Finding.ok(table + " can be written: a COMMIT whose answer is lost is looked up there")
                : Finding.warning(
                        "user " + user + " lacks DELETE on " + table + ": rows of old runs stay there",
                        grant("DELETE"));
    }

    private Finding refused(SQLException refused) throws SQLException {
        if (READ_ONLY.contains(refused.getErrorCode())) {
            return Finding.warning(
                    table + " cannot be written, as the server is read-only", "name the server that writes as host");
        }
        if (refused.getErrorCode() == TABLE_DENIED) {
            return Finding.failed(
                    "user " + user + " lacks SELECT or INSERT on " + table
                            + ": loads that do not swap tables fail, as they must write there",
                    grant("SELECT, INSERT, DELETE"));
        }
        throw refused;
    }

    private String grant(String privileges) {
        return "GRANT " + privileges + " ON " + table.quoted() + " TO " + user;
    }
}
