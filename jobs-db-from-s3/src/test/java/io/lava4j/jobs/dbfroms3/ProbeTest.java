package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read before the target is touched. */
class ProbeTest {

    private final MemoryObjects store = new MemoryObjects();
    private final List<StoredObject> objects = new ArrayList<>();

    @Test
    void ofFewObjectsEachIsReadAndOfEachItsLastByte() {
        add(99, "many/%03d");
        add("empty", 0);

        Probe.ofSome(files()).read();

        assertEquals(
                new TreeSet<>(IntStream.range(0, 99)
                        .mapToObj("many/%03d 4"::formatted)
                        .toList()),
                new TreeSet<>(store.reads));
    }

    @Test
    void ofManyObjectsThoseAreReadThatAreSpreadOverAllOfThem() {
        add(1000, "many/%03d");

        Probe.ofSome(files()).read();

        assertEquals(100, store.reads.size());
        assertTrue(store.reads.containsAll(Set.of("many/000 4", "many/999 4")), store.reads::toString);
        for (int hundred = 0; hundred < 10; hundred++) {
            String folder = "many/" + hundred;
            assertEquals(
                    10,
                    store.reads.stream().filter(read -> read.startsWith(folder)).count());
        }
    }

    @Test
    void ofEveryBucketOneIsRead() {
        add(500, "many/%03d");
        objects.add(251, new StoredObject("elsewhere", "only", 5, "1"));
        store.with("only", 5);
        add(500, "more/%03d");

        Probe.ofSome(files()).read();

        assertTrue(store.reads.contains("only 4"), store.reads::toString);
    }

    @Test
    void allAreReadThatALoadCannotDoWithout() {
        add(1000, "many/%03d");

        Probe.ofAll(files()).read();

        assertEquals(1000, store.reads.size());
    }

    @Test
    void theFirstThatCannotBeReadIsTold() {
        add(50, "many/%03d");
        store.withDenied("many/007", 5).withDenied("many/042", 5);

        assertEquals(
                "object 's3://exports/many/007': access is denied",
                assertThrows(JobFailedException.class, () -> Probe.ofSome(files())
                                .read())
                        .getMessage());
    }

    @Test
    void anInterruptEndsIt() {
        add(3, "many/%03d");
        Thread.currentThread().interrupt();

        String failure = assertThrows(
                        CancelledException.class, () -> Probe.ofSome(files()).read())
                .getMessage();

        assertTrue(Thread.interrupted(), "the interrupt is handed on");
        assertEquals("the job was interrupted while it looked whether objects can be read", failure);
    }

    private void add(int count, String keys) {
        IntStream.range(0, count).forEach(number -> add(keys.formatted(number), 5));
    }

    private void add(String key, int size) {
        store.with(key, size);
        objects.add(new StoredObject(MemoryObjects.BUCKET, key, size, "1"));
    }

    private DataFiles files() {
        return new DataFiles(objects, store, List.of());
    }
}
