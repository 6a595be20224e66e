package com.example.lava.sqlite;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.SqlSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database in a file: queries and loads. */
record SqliteConnector(String subject, Path file, Duration patience) implements Connector, SqlSource, LoadTarget {

    @Override
    public Connection open() throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw new SQLException(subject + ": there is no file '" + file + "'; make it with sqlite3, or correct 'file'");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    @Override
    public Prepared prepare(LoadRequest request) {
        List<String> lacking = lacking(request);
        if (!lacking.isEmpty()) {
            throw new ConfigurationException(subject + ": sqlite has no " + String.join(", no ", lacking));
        }
        try {
            return SqliteLoad.prepare(open(), request);
        } catch (SQLException failed) {
            throw new JobFailedException(subject + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        // Each connection belongs to the one who opened it.
    }

    /** What the request asks and this connector does not have: an option that is ignored would load something else. */
    private static List<String> lacking(LoadRequest request) {
        LoadRequest.Format format = request.format();
        LoadRequest.Rules rules = request.rules();
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("mode " + rules.mode(), !Set.of(Mode.APPEND, Mode.DELETE).contains(rules.mode()));
        asked.put(rules.duplicates().name(), rules.duplicates() != Duplicates.FAIL);
        asked.put("max_warnings", rules.maxWarnings().orElse(0) > 0);
        asked.put("columns", !request.target().columns().isEmpty());
        asked.put("PARTITION", !request.target().partitions().isEmpty());
        asked.put("QUOTE", !format.quote().isEmpty());
        asked.put("DELIMITER but one character", format.delimiter().length() != 1);
        asked.put("ESCAPE but the backslash", !format.escape().equals("\\"));
        asked.put("TERMINATOR but UNIX", !format.terminator().equals("\n"));
        asked.put("ENCODING " + format.encoding(), !format.encoding().equals("utf8mb4"));
        asked.put(format.compression().name(), format.compression() != Compression.NONE);
        asked.put("load_path server", request.path() == LoadRequest.Path.SERVER);
        return asked.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
