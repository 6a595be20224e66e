package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several connections take of one object: all of it together, each in whole rows that are known by their places. */
class PartStreamTest {

    private static final byte[] COMMA = {','};
    private static final byte[] NEWLINE = {'\n'};
    private static final RowFormat FORMAT =
            new RowFormat(COMMA, -1, '\\', NEWLINE, 1, 2, MultiByte.NONE, ServerReader.MYSQL);

    @Test
    void partsOfSeveralThreadsAreTheObjectAndEachRowIsWhereItIs() throws Exception {
        int rows = 20_000;
        SharedBlocks blocks = blocks(numbered(rows), 100);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Callable<Integer> work = () -> {
            int parts = 0;
            for (Optional<PartStream> part = next(blocks); part.isPresent(); part = next(blocks)) {
                seen.addAll(placed(part.get()));
                parts++;
            }
            return parts;
        };

        int parts = 0;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Future<Integer> each : threads.invokeAll(Collections.nCopies(3, work))) {
            parts += each.get();
        }
        threads.shutdown();

        assertTrue(parts > 100, parts + " parts");
        assertEquals(
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> row + ":" + row + ",x")
                        .sorted()
                        .toList(),
                seen.stream().sorted().toList());
    }

    @Test
    void aRowThatIsLongerThanABlockGoesToOnePart() throws Exception {
        String longRow = "1," + "y".repeat(1_000);
        SharedBlocks blocks = blocks("header\n" + longRow + "\n2,x\n", 100);
        PartStream first = next(blocks).orElseThrow();
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<List<String>> rest =
                other.submit(() -> placed(PartStream.next(blocks, 1).orElseThrow()));
        assertEquals(List.of("1:" + longRow, "2:2,x"), placed(first));
        ExecutionException none = assertThrows(ExecutionException.class, rest::get);
        other.shutdown();

        assertEquals("No value present", none.getCause().getMessage());
    }

    @Test
    void whoLeavesARowUnfinishedLetsOthersHaveTheirTurn() throws Exception {
        SharedBlocks blocks = blocks("header\n1," + "y".repeat(1_000) + "\n", 100);
        next(blocks).orElseThrow().close();
        ExecutorService other = Executors.newSingleThreadExecutor();

        assertTrue(other.submit(() -> next(blocks)).get().isPresent());
        other.shutdown();
    }

    @Test
    void afterAStopThereIsNoMore() throws IOException {
        SharedBlocks blocks = blocks(numbered(100), 100);
        PartStream part = next(blocks).orElseThrow();

        blocks.stop();

        assertTrue(part.readAllBytes().length <= 100);
        assertEquals(Optional.empty(), next(blocks));
    }

    @Test
    void onlyOneHearsOfAFaultAndTheOthersOfNoMore() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no more of it");
            }
        };
        SharedBlocks blocks = blocks(broken, 100);

        IOException told = assertThrows(IOException.class, () -> next(blocks));

        assertEquals("no more of it", told.getMessage());
        assertEquals(Optional.empty(), next(blocks));
    }

    @Test
    void ofAnObjectThatIsUsedUpNothingIsKept() throws IOException {
        List<WeakReference<ScannedStream>> opened = new ArrayList<>();
        SharedBlocks blocks = new SharedBlocks(new RowBlocks(
                () -> {
                    ScannedStream stream =
                            scanned("1,x\n".getBytes(StandardCharsets.US_ASCII), MultiByte.NONE, ServerReader.MYSQL);
                    opened.add(new WeakReference<>(stream));
                    return stream;
                },
                100));

        next(blocks).orElseThrow().readAllBytes();

        assertEquals(Optional.empty(), next(blocks));
        for (int i = 0; i < 100 && opened.get(0).get() != null; i++) {
            System.gc();
        }
        assertNull(opened.get(0).get());
    }

    @Test
    void anObjectOfNothingButItsHeaderHasNoParts() throws IOException {
        for (String text : List.of("", "header", "header\n")) {
            assertEquals(Optional.empty(), next(blocks(text, 3)), text);
        }
    }

    /** There MySQL would take the terminator for the next byte of that character, and drop both when the data ends. */
    @ParameterizedTest
    @CsvSource({
        "UTF8, c3, true",
        "UTF8, e9, false",
        "UTF8, f0, false",
        "UTF8, f09f, false",
        "UTF8, f09f98, true",
        "UTF8, e697a5, true",
        "NONE, e9, true",
        "GB18030, 8130, false",
        "GB18030, d6d0, true",
        "EUC, 8f, false",
        "EUC, 8fa1, true",
        "EUC, c6fc, true",
        "SJIS, 81, true"
    })
    void noPartEndsInAByteThatBeginsALongerCharacter(MultiByte characters, String end, boolean ends)
            throws IOException {
        byte[] row = HexFormat.of().parseHex("312c" + end + "0a");
        boolean cutThere = false;
        byte[] good = HexFormat.of().parseHex("322c610a");
        for (int size = 1; size < 40; size++) {
            ByteArrayOutputStream object = new ByteArrayOutputStream();
            for (int i = 0; i < 10; i++) {
                object.writeBytes(row);
                object.writeBytes(good);
            }
            SharedBlocks blocks = blocks(object.toByteArray(), size, characters);
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            boolean seen = false;
            for (Optional<PartStream> part = PartStream.next(blocks, 1);
                    part.isPresent();
                    part = PartStream.next(blocks, 1)) {
                read.writeBytes(part.get().readAllBytes());
                seen |= read.size() % (row.length + good.length) != 0;
            }
            assertArrayEquals(object.toByteArray(), read.toByteArray());
            cutThere |= seen;
        }
        assertEquals(ends, cutThere);
    }

    @Test
    void anObjectThatEndsWithinACharacterIsRefusedWhereTheServerWouldDropIt() throws IOException {
        byte[] object = HexFormat.of().parseHex("312c610a322c636166e9");

        IOException refused = assertThrows(IOException.class, () -> scanned(object, MultiByte.UTF8, ServerReader.MYSQL)
                .readAllBytes());

        assertEquals(
                "object 'o' ends within a character, which the server would drop without a word: its last row ends in"
                        + " a byte that begins a longer one; mend the file, or check ENCODING",
                refused.getMessage());
        assertEquals(11, scanned(object, MultiByte.UTF8, ServerReader.MARIADB).readAllBytes().length);
        assertEquals(11, scanned(object, MultiByte.NONE, ServerReader.MYSQL).readAllBytes().length);
    }

    private static SharedBlocks blocks(byte[] object, int size, MultiByte characters) {
        return new SharedBlocks(new RowBlocks(() -> scanned(object, characters, ServerReader.MYSQL), size));
    }

    private static ScannedStream scanned(byte[] object, MultiByte characters, ServerReader reader) {
        RowFormat format = new RowFormat(COMMA, -1, '\\', NEWLINE, 0, 2, characters, reader);
        return new ScannedStream(new TerminatedStream(new ByteArrayInputStream(object), NEWLINE), "o", format);
    }

    private static Optional<PartStream> next(SharedBlocks blocks) throws IOException {
        return PartStream.next(blocks, 500);
    }

    private static List<String> placed(PartStream part) throws IOException {
        List<String> rows = new String(part.readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertEquals(rows.size(), part.places().rows());
        return IntStream.range(0, rows.size())
                .mapToObj(row -> part.places().inObject(row + 1L) + ":" + rows.get(row))
                .toList();
    }

    private static String numbered(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> row + ",x\n")
                .collect(Collectors.joining("", "header\n", ""));
    }

    private static SharedBlocks blocks(String text, int size) {
        return blocks(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), size);
    }

    private static SharedBlocks blocks(InputStream object, int size) {
        return new SharedBlocks(
                new RowBlocks(() -> new ScannedStream(new TerminatedStream(object, NEWLINE), "o", FORMAT), size));
    }
}
