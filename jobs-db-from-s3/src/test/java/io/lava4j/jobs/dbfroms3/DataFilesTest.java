package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFilesTest {

    private static final List<String> PREFIX = List.of("PREFIX");

    private final MemoryObjects store = new MemoryObjects();

    @Test
    void aKeyIsOneObjectAndNotThoseThatBeginAlike() {
        store.with("a.csv", 5).with("a.csv.bak", 6);

        DataFiles files = find("a.csv", Map.of());

        assertEquals(List.of("a.csv"), keys(files));
        assertEquals(List.of("object 's3://exports/a.csv' found, 5 bytes"), files.events());
    }

    @Test
    void anEmptyObjectIsLoaded() {
        store.with("a.csv", 0);

        assertEquals(List.of("a.csv"), keys(find("a.csv", Map.of())));
    }

    @Test
    void aPrefixIsPlainTextAndItsObjectsComeInKeyOrder() {
        store.with("day/b", 2).with("day/a", 1).with("day", 9).with("days", 9).with("day/c/d", 3);

        DataFiles files = find("day/", Map.of("args", PREFIX));

        assertEquals(List.of("day/a", "day/b", "day/c/d"), keys(files));
        assertEquals(6, files.size());
        assertEquals(List.of("prefix 's3://exports/day/': 3 objects found, 6 bytes"), files.events());
    }

    @Test
    void folderKeysAreNoData() {
        store.with("day/", 0).with("day/a", 0).with("day/full/", 4);

        assertEquals(List.of("day/a", "day/full/"), keys(find("day/", Map.of("args", PREFIX))));
    }

    @Test
    void aPrefixWithNothingButFoldersHasNoData() {
        store.with("day/", 0);

        JobFailedException failed = assertThrows(JobFailedException.class, () -> find("day/", Map.of("args", PREFIX)));

        assertEquals(
                "prefix 's3://exports/day/': there is no object under it; check bucket and key,"
                        + " or set skip_missing if that is no failure",
                failed.getMessage());
    }

    @Test
    void missingDataIsNoFailureWithSkipMissing() {
        DataFiles file = find("gone", Map.of("skip_missing", "yes"));
        DataFiles prefix = find("gone/", Map.of("skip_missing", true, "args", PREFIX));

        assertEquals(List.of(), file.objects());
        assertEquals(
                List.of("object 's3://exports/gone' does not exist: nothing is loaded, as skip_missing says"),
                file.events());
        assertEquals(List.of(), prefix.objects());
        assertEquals(
                List.of("prefix 's3://exports/gone/': there is no object under it: nothing is loaded,"
                        + " as skip_missing says"),
                prefix.events());
    }

    @Test
    void aMissingBucketIsAFailureEvenWithSkipMissing() {
        Names names = new Names("nowhere", "a.csv", "sales", "orders");

        JobFailedException failed = assertThrows(
                JobFailedException.class, () -> DataFiles.find(store, names, parameters(Map.of("skip_missing", true))));

        assertEquals("bucket 'nowhere' does not exist", failed.getMessage());
    }

    @Test
    void filesSmallerThanMinSizeAreLeftOutOneByOne() {
        store.with("d/1", 9).with("d/2", 10).with("d/3", 11).with("d/4", 0);

        DataFiles files = find("d/", Map.of("args", PREFIX, "min_size", 10));

        assertEquals(List.of("d/2", "d/3"), keys(files));
        assertEquals(
                List.of(
                        "prefix 's3://exports/d/': 4 objects found, 30 bytes",
                        "2 objects left out, smaller than min_size (10 bytes): 's3://exports/d/1', 's3://exports/d/4'"),
                files.events());
    }

    @Test
    void manyFilesLeftOutAreCounted() {
        for (int number = 0; number < 11; number++) {
            store.with("d/" + number, 1);
        }

        DataFiles files = find("d/", Map.of("args", PREFIX, "min_size", "1 KiB"));

        assertEquals(List.of(), files.objects());
        assertEquals(
                List.of(
                        "prefix 's3://exports/d/': 11 objects found, 11 bytes",
                        "11 objects left out, smaller than min_size (1024 bytes)",
                        "no object is left to load: nothing is changed"),
                files.events());
    }

    private DataFiles find(String key, Map<String, Object> parameters) {
        return DataFiles.find(store, new Names(MemoryObjects.BUCKET, key, "sales", "orders"), parameters(parameters));
    }

    private static Parameters parameters(Map<String, Object> given) {
        Map<String, Object> fields = new HashMap<>(given);
        fields.put("db_conn_id", "dwh");
        fields.put("mode", "append");
        return Parameters.of(new Spec("job 'nightly'", fields, Path.of(""), pointer -> ""));
    }

    private static List<String> keys(DataFiles files) {
        return files.objects().stream().map(StoredObject::key).toList();
    }
}
