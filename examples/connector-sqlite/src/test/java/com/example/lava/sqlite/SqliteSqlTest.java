package com.example.lava.sqlite;

import io.lava4j.testing.SqlSourceContract;
import io.lava4j.testing.TestedConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class SqliteSqlTest extends SqlSourceContract {
    static final TestedConnection CONNECTION = new TestedConnection(
            SqliteProvider::new, Map.of("file", "contract.db"), Map.of("file", "none/contract.db"));

    @BeforeEach
    void make() throws IOException {
        Files.createFile(directory.resolve("contract.db"));
    }

    protected TestedConnection connection() { return CONNECTION; }
}
