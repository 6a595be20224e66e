package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
    void anObjectOfNothingButItsHeaderHasNoParts() throws IOException {
        for (String text : List.of("", "header", "header\n")) {
            assertEquals(Optional.empty(), next(blocks(text, 3)), text);
        }
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
