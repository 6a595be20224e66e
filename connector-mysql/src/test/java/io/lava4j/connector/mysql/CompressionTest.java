package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that are unpacked on their way. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class CompressionTest {

    @ParameterizedTest
    @CsvSource({"MYSQL, GZIP", "MYSQL, ZSTD", "MARIADB, GZIP", "MARIADB, ZSTD"})
    void allMembersOfAllObjectsAreLoaded(Product product, Compression compression, Sandbox sandbox) {
        Database database = table(product, sandbox);
        byte[] several =
                join(pack(compression, rows(1, 50_000)), pack(compression, "50001\n"), pack(compression, "50002"));

        long loaded = load(database, compression)
                .of(several)
                .of(pack(compression, "50003\n"))
                .run()
                .rows();

        assertEquals(50_003, loaded);
        assertEquals(List.of(List.of("50003", "50003")), database.query("SELECT COUNT(*), MAX(id) FROM t"));
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, GZIP", "MYSQL, ZSTD", "MARIADB, GZIP", "MARIADB, ZSTD"})
    void progressCountsCompressedBytes(Product product, Compression compression, Sandbox sandbox) {
        Database database = table(product, sandbox);
        byte[] packed = pack(compression, rows(1, 10_000));
        List<Long> told = new ArrayList<>();

        try (Prepared prepared = load(database, compression).of(packed).prepare()) {
            prepared.run(new Listener() {
                @Override
                public void progress(long bytes, long total) {
                    assertEquals(packed.length, total);
                    told.add(bytes);
                }
            });
        }

        assertEquals((long) packed.length, told.get(told.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({"GZIP", "ZSTD"})
    void dataThatIsCutOffAnywhereOrDamagedIsAnErrorAndNeverAShorterLoad(Compression compression, Sandbox sandbox) {
        Database database = table(Product.MYSQL, sandbox);
        byte[] first = pack(compression, rows(1, 2_000));
        byte[] whole = join(first, pack(compression, "2001\n"));

        for (int end : new int[] {1, 3, 5, first.length / 2, first.length - 1, first.length + 1, whole.length - 1}) {
            assertUnread(database, compression, Arrays.copyOf(whole, end), "cut at " + end);
        }
        for (int at : new int[] {0, first.length / 2, first.length - 2, first.length, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            assertUnread(database, compression, damaged, "damaged at " + at);
        }
        assertUnread(database, compression, "1\n2\n3\n4\n".getBytes(StandardCharsets.UTF_8), "not compressed");
        assertEquals(List.of(), database.query("SELECT id FROM t"));
    }

    private static void assertUnread(Database database, Compression compression, byte[] bytes, String what) {
        String failure = assertThrows(
                        JobFailedException.class,
                        () -> load(database, compression).of(bytes).run(),
                        what)
                .getMessage();
        assertTrue(failure.startsWith("object 's3://bucket/part-0' cannot be read: "), what + ": " + failure);
    }

    private static Load load(Database database, Compression compression) {
        Load load = Load.into(database, "t");
        load.compression = compression;
        return load;
    }

    private static Database table(Product product, Sandbox sandbox) {
        Database database = product.in(sandbox).newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)");
        return database;
    }

    private static String rows(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int id = from; id <= to; id++) {
            text.append(id).append('\n');
        }
        return text.toString();
    }

    private static byte[] pack(Compression compression, String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out =
                compression == Compression.GZIP ? new GZIPOutputStream(packed) : new ZstdOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
