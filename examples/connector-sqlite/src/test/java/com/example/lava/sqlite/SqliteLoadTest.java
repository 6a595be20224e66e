package com.example.lava.sqlite;

import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.testing.LoadTargetContract;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class SqliteLoadTest extends LoadTargetContract {
    @BeforeEach
    void make() throws IOException {
        Files.createFile(directory.resolve("contract.db"));
    }

    protected ConnectorProvider provider() { return new SqliteProvider(); }
    protected Map<String, Object> fields() { return Map.of("file", "contract.db"); }
    protected Map<String, Object> unreachable() { return Map.of("file", "none/contract.db"); }
    protected String schema() { return "main"; }
}
