package com.example.lava.sqlite;

import io.lava4j.testing.LoadTargetContract;
import io.lava4j.testing.TestedConnection;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;

class SqliteLoadTest extends LoadTargetContract {
    @BeforeEach
    void make() throws IOException {
        Files.createFile(directory.resolve("contract.db"));
    }

    protected TestedConnection connection() { return SqliteSqlTest.CONNECTION; }
    protected String schema() { return "main"; }
}
