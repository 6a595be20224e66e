package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that reads the objects by itself: here files, as their place in the statement is all that differs. */
@ExtendWith(SandboxExtension.class)
class ServerPathTest {

    @TempDir
    java.nio.file.Path folder;

    @ParameterizedTest
    @EnumSource
    void autoTakesTheServerPathWhereItIsOffered(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n2,two\n", Optional.empty());

        assertEquals("server", load.plan().path());
        assertEquals("the server can", load.plan().reason());
        assertEquals(new Report(2, 0, 0, 0), load.run());
        assertEquals(List.of(List.of("1", "one"), List.of("2", "two")), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void badDataFailsItInTheSameWords(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\nx,two\n", Optional.empty());

        String failure = load.failure(JobFailedException.class);

        assertTrue(failure.contains("', row 2: Incorrect integer value: 'x' for column "), failure);
        assertTrue(
                failure.endsWith("in all 1 warning and 0 skipped rows; nothing was loaded, table '" + load.schema
                        + ".t' is as it was"),
                failure);
        assertEquals(List.of(), rows(server, load));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsTheReasonForTheClientPath(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.of("the server has no role for S3"));

        assertEquals("client", load.plan().path());
        assertEquals("the server has no role for S3", load.plan().reason());
        load.path = Path.SERVER;
        assertEquals("load_path 'server': the server has no role for S3", load.failure(ConfigurationException.class));
        load.path = Path.CLIENT;
        assertEquals("the job asks for it", load.plan().reason());
    }

    @ParameterizedTest
    @EnumSource
    void compressedDataGoesThroughTheClient(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load = load(server, "1,one\n", Optional.empty());
        load.compression = Compression.GZIP;

        assertEquals("client", load.plan().path());
        assertEquals(
                "the data is compressed, and no server unpacks it", load.plan().reason());
        load.path = Path.SERVER;
        assertEquals(
                "load_path 'server': the data is compressed, and no server unpacks it; use client or auto",
                load.failure(ConfigurationException.class));
    }

    private Load load(DatabaseServer server, String data, Optional<String> refusal) throws IOException {
        String schema = server.newDatabase().name();
        server.execute("CREATE TABLE " + schema + ".t (id INT PRIMARY KEY, s VARCHAR(20))");
        Files.writeString(folder.resolve("part-0"), data);
        // Reading files takes a right that only root has.
        Load load = Load.asRoot(server, schema).of(data);
        load.context.s3LoadPath = Optional.of(new Folder(folder, refusal));
        return load;
    }

    private static List<List<String>> rows(DatabaseServer server, Load load) {
        return server.query("SELECT id, s FROM " + load.schema + ".t ORDER BY id");
    }

    private record Folder(java.nio.file.Path folder, Optional<String> no) implements S3LoadPath {

        @Override
        public Set<String> types() {
            return Set.of("mysql");
        }

        @Override
        public Optional<String> refusal(LoadRequest request, Connection connection) {
            return no;
        }

        @Override
        public String statement(LoadRequest request, String table, StoredObject object) {
            return "LOAD DATA INFILE "
                    + MySql.literal(folder.resolve(object.key()).toString()) + " IGNORE INTO TABLE " + table + " "
                    + MySql.loadClauses(request);
        }
    }
}
