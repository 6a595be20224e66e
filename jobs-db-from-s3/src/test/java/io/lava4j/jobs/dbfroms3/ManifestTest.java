package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loads that a manifest lists. */
class ManifestTest {

    private static final String SUBJECT = "manifest 's3://exports/m.json'";

    private final MemoryObjects store = new MemoryObjects();

    @Test
    void objectsComeInTheOrderOfTheManifest() {
        store.with("b", 1).with("a", 2).with("c", 3);
        manifest("{'entries': [{'url': 's3://exports/b', 'mandatory': true}, {'url': 's3://exports/a'}]}");

        DataFiles files = find(Map.of());

        assertEquals(List.of("b", "a"), keys(files));
        assertEquals(List.of(SUBJECT + ": 2 objects found, 3 bytes"), files.events());
    }

    @Test
    @Timeout(300)
    void objectsAreLookedUpSeveralAtATimeAndKeepTheirOrder() {
        List<String> listed = IntStream.range(0, 16)
                .mapToObj(number -> "part-" + (16 - number))
                .toList();
        listed.forEach(key -> store.with(key, 1));
        manifest(listed.stream()
                .map(key -> "{'url': 's3://exports/" + key + "'}")
                .collect(Collectors.joining(", ", "{'entries': [", "]}")));
        CyclicBarrier allOfEight = new CyclicBarrier(8);
        store.lookUps = key -> {
            if (listed.contains(key)) {
                waitAt(allOfEight);
            }
        };

        assertEquals(listed, keys(find(Map.of())));
    }

    @Test
    void anInterruptEndsTheLookUp() {
        store.with("a", 2);
        manifest("{'entries': [{'url': 's3://exports/a'}]}");
        Thread.currentThread().interrupt();

        String failure =
                assertThrows(CancelledException.class, () -> find(Map.of())).getMessage();

        assertTrue(Thread.interrupted(), "the interrupt is handed on");
        assertEquals("the job was interrupted while it looked for the objects of a manifest", failure);
    }

    @Test
    void whatOthersWriteIntoAManifestIsLeftAlone() {
        store.with("a", 2);
        manifest("{'entries': [{'url': 's3://exports/a', 'meta': {'content_length': 2}}],"
                + " 'meta': {'record_count': 1}, 'schema': []}");

        assertEquals(List.of("a"), keys(find(Map.of())));
    }

    @Test
    void objectsMayLieInSeveralBuckets() {
        store.with("a", 2);
        store.with("us-east-1", MemoryObjects.bucket("one").with("x y/z.csv", 5));
        store.with("eu-west-1", MemoryObjects.bucket("two").with("w", 7));
        manifest("{'entries': [{'url': 's3-us-east-1://one/x y/z.csv'}, {'url': 's3://exports/a'},"
                + " {'url': 's3-eu-west-1://two/w'}]}");

        DataFiles files = find(Map.of());

        assertEquals(
                List.of("s3://one/x y/z.csv", "s3://exports/a", "s3://two/w"),
                files.objects().stream().map(StoredObject::uri).toList());
        assertEquals(14, files.size());
    }

    @Test
    void oneBucketLiesInOneRegion() {
        store.with("us-east-1", MemoryObjects.bucket("one"));
        manifest("{'entries': [{'url': 's3-us-east-1://one/a'}, {'url': 's3-eu-west-1://one/b'}]}");

        assertEquals(
                SUBJECT
                        + ": bucket 'one' is said to be in 'us-east-1' and in 'eu-west-1': expected one region; correct the manifest",
                failure(Map.of()));
    }

    @Test
    void anObjectThatIsListedTwiceIsAnError() {
        store.with("a", 2).with("b", 3);
        manifest(
                "{'entries': [{'url': 's3://exports/a'}, {'url': 's3://exports/b'}, {'url': 's3-us-east-1://exports/a',"
                        + " 'mandatory': true}, {'url': 's3://exports/gone'}, {'url': 's3://exports/gone'}]}");
        store.with("us-east-1", store);

        assertEquals(
                SUBJECT + " lists objects more than once: 's3://exports/a', 's3://exports/gone'; expected each once,"
                        + " as its rows would load again",
                failure(Map.of()));
    }

    @Test
    void allMandatoryObjectsThatAreMissingAreNamed() {
        store.with("a", 2);
        manifest("{'entries': [{'url': 's3://exports/a', 'mandatory': true}, {'url': 's3://exports/b', 'mandatory':"
                + " true}, {'url': 's3://exports/c'}, {'url': 's3://exports/d', 'mandatory': true}]}");

        assertEquals(
                SUBJECT + ": mandatory objects do not exist: 's3://exports/b', 's3://exports/d';"
                        + " put them there, or take them out of the manifest",
                failure(Map.of("skip_missing", true)));
    }

    @Test
    void otherMissingObjectsAreLeftOutAndNamed() {
        store.with("a", 2);
        manifest("{'entries': [{'url': 's3://exports/b', 'mandatory': false}, {'url': 's3://exports/a'},"
                + " {'url': 's3://exports/c'}]}");

        DataFiles files = find(Map.of());

        assertEquals(List.of("a"), keys(files));
        assertEquals(
                List.of(
                        SUBJECT + ": 1 object found, 2 bytes",
                        "objects that do not exist, and are not mandatory, are left out:"
                                + " 's3://exports/b', 's3://exports/c'"),
                files.events());
    }

    @Test
    void noObjectAtAllIsAnError() {
        manifest("{'entries': [{'url': 's3://exports/b'}, {'url': 's3://exports/c'}]}");
        assertEquals(
                SUBJECT + ": none of its objects exists: 's3://exports/b', 's3://exports/c'; check the manifest",
                failure(Map.of("skip_missing", true)));

        manifest("{'entries': []}");
        assertEquals(SUBJECT + ": it lists no object; check the manifest", failure(Map.of()));
    }

    @Test
    void aMissingManifestIsAMissingObject() {
        assertEquals(
                SUBJECT + " does not exist; check bucket and key, or set skip_missing if that is no failure",
                failure(Map.of()));
        assertEquals(
                List.of(SUBJECT + " does not exist: nothing is loaded, as skip_missing says"),
                find(Map.of("skip_missing", true)).events());
    }

    @Test
    void filesSmallerThanMinSizeAreLeftOut() {
        store.with("a", 2).with("b", 20);
        manifest("{'entries': [{'url': 's3://exports/a', 'mandatory': true}, {'url': 's3://exports/b'}]}");

        DataFiles files = find(Map.of("min_size", 10));

        assertEquals(List.of("b"), keys(files));
        assertEquals(
                List.of(
                        SUBJECT + ": 2 objects found, 22 bytes",
                        "1 object left out, smaller than min_size (10 bytes): 's3://exports/a'"),
                files.events());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'entries': [|line 1, column 14: Unexpected end-of-input",
                "{'entries': [], 'entries': []}|line 1, column 26: Duplicate Object property \"entries\"",
                "s3://exports/a|line 1, column 1: Unrecognized token 's3'",
                "{'entries': []} {}|line 1, column 17: Trailing token"
            })
    void whatIsNoJsonIsToldWithItsPlace(String text, String fault) {
        manifest(text);

        String message = failure(Map.of());

        assertTrue(message.startsWith(SUBJECT + " is not JSON: " + fault), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/entries is missing: expected a list of objects, each with a url",
                "[]|/entries is missing: expected a list of objects, each with a url",
                "{'entries': {'a': 1}}|/entries: '{\"a\": 1}': expected a list of objects, each with a url",
                "{'entries': ['s3://b/k']}|/entries/0/url is missing: expected s3://bucket/key or s3-region://bucket/key",
                "{'entries': [{'url': 'http://b/k'}]}|/entries/0/url: 'http://b/k': expected s3://bucket/key or"
                        + " s3-region://bucket/key",
                "{'entries': [{'url': 's3://b'}]}|/entries/0/url: 's3://b': expected s3://bucket/key or"
                        + " s3-region://bucket/key",
                "{'entries': [{'url': 7}]}|/entries/0/url: '7': expected s3://bucket/key or s3-region://bucket/key",
                "{'entries': [{'url': 's3://b/k', 'mandatory': 'yes'}]}|/entries/0/mandatory: 'yes': expected true or false"
            })
    void aManifestOfAnotherShapeIsToldSo(String text, String fault) {
        manifest(text);

        assertEquals(SUBJECT + " is not valid, 1 fault:\n  " + fault, failure(Map.of()));
    }

    @Test
    void allFaultsAreToldAtOnceTheFirstTenInFull() {
        manifest("{'entries': [" + "{'url': 'x', 'mandatory': 1}, ".repeat(6) + "{}]}");

        String message = failure(Map.of());

        assertTrue(message.startsWith(SUBJECT + " is not valid, 13 faults:\n  /entries/0/url: 'x'"), message);
        assertTrue(message.endsWith("\n  and 3 more"), message);
        assertEquals(12, message.lines().count());
    }

    @Test
    void dataThatIsTakenForAManifestIsNotRead() {
        store.with("m.json", (16 << 20) + 1);

        assertEquals(SUBJECT + " has 16777217 bytes: expected at most 16777216; is it a manifest?", failure(Map.of()));
    }

    /** Each takes more memory as a tree than the tests have, or breaks a bound of the parser's. */
    @Test
    void bombsEndInAMessage() {
        int most = 16 << 20;
        manifest("{'entries': [" + "{},".repeat(most / 3 - 10) + "{}]}");
        assertEquals(
                SUBJECT + " lists more than 100000 objects; divide it into several, and load each by a job",
                failure(Map.of()));
        manifest("{'entries': [{'url': 's3://exports/a', 'meta': [" + "[],".repeat(most / 3 - 30) + "[]]}]}");
        store.with("a", 2);
        assertEquals(List.of("a"), keys(find(Map.of())));
        manifest("{'entries':" + "[".repeat(most - 20));
        assertTrue(failure(Map.of()).startsWith(SUBJECT + " is not JSON: line 1, column 5"), failure(Map.of()));
        manifest("{'entries': [{'url': 's3://exports/a', 'mandatory': " + "9".repeat(100_000) + "}]}");
        assertTrue(failure(Map.of()).startsWith(SUBJECT + " is not JSON: line 1, column "), failure(Map.of()));
        manifest("{'" + "k".repeat(100_000) + "': 1}");
        assertTrue(failure(Map.of()).startsWith(SUBJECT + " is not JSON: line 1, column "), failure(Map.of()));
    }

    @Test
    void aKeyThatNoObjectCanHaveIsNoUrl() {
        manifest("{'entries': [{'url': 's3://exports/" + "k".repeat(1025) + "'}]}");
        assertEquals(
                SUBJECT + " is not valid, 1 fault:\n  /entries/0/url: 's3://exports/" + "k".repeat(87)
                        + "…': expected s3://bucket/key or s3-region://bucket/key",
                failure(Map.of()));
    }

    private static void waitAt(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private void manifest(String text) {
        store.with("m.json", text.replace('\'', '"'));
    }

    private String failure(Map<String, Object> parameters) {
        return assertThrows(JobFailedException.class, () -> find(parameters)).getMessage();
    }

    private DataFiles find(Map<String, Object> given) {
        Map<String, Object> fields = new HashMap<>(given);
        fields.putAll(Map.of("db_conn_id", "dwh", "mode", "append", "args", List.of("MANIFEST")));
        Parameters parameters = Parameters.of(new Spec("job 'nightly'", fields, Path.of(""), pointer -> ""));
        return DataFiles.find(store, new Names(MemoryObjects.BUCKET, "m.json", "sales", "orders"), parameters);
    }

    private static List<String> keys(DataFiles files) {
        return files.objects().stream().map(StoredObject::key).toList();
    }
}
