package io.lava4j.sandbox.aurora;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a MySQL needs before it can stand for Aurora. */
final class AuroraSetup {
    // A load that is not LOCAL needs FILE; on Aurora the role stands for the right to load from S3 and nobody has FILE.
    // The user guide: the administrative user is granted the role by default.
    private static final List<String> ROLE = List.of(
            "CREATE ROLE IF NOT EXISTS " + S3Role.NAME,
            "GRANT FILE ON *.* TO " + S3Role.NAME,
            "GRANT " + S3Role.NAME + " TO CURRENT_USER() WITH ADMIN OPTION");

    private final DataSource root;

    AuroraSetup(DataSource root) {
        this.root = root;
    }

    /** Makes what is not there yet. */
    void run() {
        try (var connection = root.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The server behind cannot be made to stand for Aurora: " + e.getMessage(), e);
        }
    }

    private static List<String> statements() {
        return Stream.of(ROLE.stream(), LoadHistory.creation(), AuroraSettings.creation())
                .flatMap(all -> all)
                .toList();
    }
}
