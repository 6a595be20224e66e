package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is cut where a row ends and nowhere else, whatever it is made of and wherever a block ends. */
class RowBlocksTest {

    private static final int FILES = 4_000;
    private static final long SEED = 20_261_123;

    @ParameterizedTest
    @EnumSource
    void blocksEndWhereRowsEndInTheWholeFileWhateverTheirSize(ServerReader reader) {
        Random random = new Random(SEED);
        int cut = 0;
        for (int i = 0; i < FILES; i++) {
            RandomFile file = RandomFile.random(random, RandomFile.ENCODINGS.get(i % RandomFile.ENCODINGS.size()));
            Optional<byte[]> whole = file.completed(reader);
            if (whole.isPresent()) {
                cut += assertCutAtRowEnds("file " + i + ": " + file, file, whole.get(), reader);
            }
        }
        assertTrue(cut > FILES, cut + " cuts");
    }

    private static int assertCutAtRowEnds(String described, RandomFile file, byte[] whole, ServerReader reader) {
        List<Integer> ends = WholeFile.ends(whole, file.rows(reader));
        Set<Integer> cuts = new TreeSet<>();
        for (int size = 1; size <= whole.length + 20; size++) {
            String of = described + ", blocks of " + size;
            ByteArrayOutputStream put = new ByteArrayOutputStream();
            long rows = 0;
            for (RowBlock block : file.blocks(reader, size)) {
                assertEquals(rows + 1, block.firstRow(), of);
                put.write(block.bytes(), block.from(), block.to() - block.from());
                rows += block.rows();
                if (block.endsRow()) {
                    int end = ends.get(0) + put.size();
                    assertEquals(end, ends.get((int) rows), of);
                    cuts.add(end);
                }
            }
            assertEquals(ends.size() - 1, rows, of);
            assertArrayEquals(Arrays.copyOfRange(whole, ends.get(0), whole.length), put.toByteArray(), of);
        }
        // The last bytes are decided on when no more come.
        int known = whole.length - file.rows(reader).lookahead();
        List<Integer> reached = ends.subList(1, ends.size()).stream()
                .filter(end -> end <= known || end == whole.length)
                .toList();
        assertTrue(cuts.containsAll(reached), () -> described + ": " + cuts + ", and not all of " + reached);
        return cuts.size() - 1;
    }
}
