package io.lava4j.connector.mysql.check;

import io.lava4j.core.spi.Connector.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a server is, and whether loads can do with it. */
record ServerStep(String version, String comment, boolean localInfile, String sqlMode, String zone, boolean readOnly) {

    private static final String QUESTION =
            "SELECT VERSION(), @@version_comment, @@global.local_infile, @@global.sql_mode,"
                    + " IF(@@global.time_zone = 'SYSTEM', CONCAT('that of its machine, ', @@system_time_zone), @@global.time_zone),"
                    + " @@global.read_only OR @@global.innodb_read_only";

    static Finding found(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return new ServerStep(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getString(4),
                            row.getString(5),
                            row.getBoolean(6))
                    .finding();
        }
    }

    private Finding finding() {
        String seen = version + " (" + comment + "); local_infile " + (localInfile ? "on" : "off") + "; sql_mode "
                + (sqlMode.isEmpty() ? "empty" : sqlMode.replace(",", ", ")) + "; time zone " + zone;
        if (readOnly) {
            return Finding.warning(
                    seen + "; it is read-only, as a replica or reader is: nothing can be loaded into it",
                    "name the server that writes as host");
        }
        return localInfile
                ? Finding.ok(seen)
                : Finding.warning(
                        seen + ": data cannot be loaded through lava",
                        "SET GLOBAL local_infile = 1, as an administrator, or the parameter of that name where it is kept");
    }
}
