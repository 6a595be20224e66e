package io.lava4j.sandbox.aurora;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The table {@code mysql.aurora_s3_load_history}. AWS documents its columns, not their types. It is written in a
 * transaction of its own, so a ROLLBACK of the load leaves it; what Aurora does then is not documented.
 */
final class LoadHistory {
    private static final String TABLE = "mysql.aurora_s3_load_history";

    private final DataSource root;

    LoadHistory(DataSource root) {
        this.root = root;
    }

    static Stream<String> creation() {
        return Stream.of("CREATE TABLE IF NOT EXISTS " + TABLE + " (load_prefix VARCHAR(2048) NOT NULL,"
                + " file_name VARCHAR(1024) NOT NULL, version_number VARCHAR(1024) NOT NULL,"
                + " bytes_loaded BIGINT NOT NULL, load_timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"
                + " CHARACTER SET utf8mb4");
    }

    /** Adds the files of a statement that ends now. */
    void add(String uri, List<LoadedFile> files) throws SQLException {
        try (var connection = root.getConnection();
                var insert = connection.prepareStatement("INSERT INTO " + TABLE
                        + " (load_prefix, file_name, version_number, bytes_loaded) VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (LoadedFile file : files) {
                insert.setString(1, uri);
                insert.setString(2, file.key());
                insert.setString(3, file.version());
                insert.setLong(4, file.bytes());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
