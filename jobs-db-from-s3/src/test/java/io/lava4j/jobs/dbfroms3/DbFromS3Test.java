package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of the job: what the target is handed, what is told, what a fault leaves. */
class DbFromS3Test {

    private final NightlyJob job = new NightlyJob();
    private final RecordingContext context = job.context;
    private final Map<String, Object> parameters = job.parameters;

    @Test
    void theServiceLoaderFindsIt() {
        List<Class<?>> providers = new ArrayList<>();
        ServiceLoader.load(JobProvider.class).forEach(provider -> providers.add(provider.getClass()));

        assertEquals(List.of(DbFromS3.class), providers);
    }

    @Test
    void theLoadRequestHoldsWhatTheJobSays() {
        parameters.put("args", List.of("IGNORE", "DELIMITER ','", "HEADER"));
        parameters.put("columns", List.of("id INT", "name TEXT"));
        parameters.put("load_path", "client");
        parameters.put("atomic", "no");
        parameters.put("parallel", 3);
        parameters.put("mode", "delete");

        job.run();

        StoredObject object = new StoredObject("exports", "orders.csv", 120, "1");
        assertEquals(
                new LoadRequest(
                        "run-1",
                        new LoadRequest.Target("sales", "Orders", List.of("id INT", "name TEXT"), List.of()),
                        new LoadRequest.Source(List.of(object), context.objects),
                        new Format(",", "", false, "\\", "\n", 1, "utf8mb4", Compression.NONE, Optional.empty()),
                        new LoadRequest.Rules(Mode.DELETE, Duplicates.IGNORE, OptionalLong.empty(), false),
                        LoadRequest.Path.CLIENT,
                        OptionalInt.of(3)),
                context.target.request.orElseThrow());
    }

    @Test
    void resultAndEventsTellWhatWasDone() {
        job.run();

        assertEquals(
                Map.ofEntries(
                        Map.entry("bucket", "exports"),
                        Map.entry("key", "orders.csv"),
                        Map.entry("schema", "sales"),
                        Map.entry("table", "orders"),
                        Map.entry("load_path", "client"),
                        Map.entry("files", 1),
                        Map.entry("bytes", 120L),
                        Map.entry("rows", 40L),
                        Map.entry("skipped", 3L),
                        Map.entry("deleted", 2L),
                        Map.entry("warnings", 1L)),
                context.result);
        assertEquals(
                List.of(
                        "object 's3://exports/orders.csv' found, 120 bytes",
                        "load path client: the test says so",
                        "statement: LOAD DATA …",
                        "40 rows loaded into 'sales.orders'; skipped 3, deleted 2, warnings 1"),
                context.events);
        assertEquals(List.of("prepare", "run", "close"), context.target.calls);
    }

    @Test
    void aListenerThatFailsOnceTheRowsAreLoadedFailsNothingAndIsHeardOf() throws InterruptedException {
        context.untold = "40 rows loaded";
        List<String> heard = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        Thread running = new Thread(() -> {
            job.run();
            ended.add("well");
        });
        running.setUncaughtExceptionHandler((thread, fault) -> heard.add(fault.getMessage()));

        running.start();
        running.join();

        assertEquals(
                List.of("no screen for '40 rows loaded into 'sales.orders'; skipped 3, deleted 2, warnings 1'"), heard);
        assertEquals(List.of("well"), ended);
        assertEquals(40L, context.result.get("rows"));
    }

    @Test
    void theConnectionToS3IsHandedOn() {
        parameters.put("s3_conn_id", "sydney");

        job.run();

        assertEquals(List.of("connector dwh as LoadTarget", "objects sydney"), context.calls);
    }

    @Test
    void badArgsAreRefusedBeforeAnythingIsOpened() {
        parameters.put("args", List.of("BOGUS"));

        assertThrows(InvalidSpecException.class, job::run);

        assertEquals(List.of(), context.calls);
        assertEquals(Map.of(), context.result);
    }

    @Test
    void theTargetIsAskedNothingWhenTheObjectIsMissing() {
        parameters.put("key", "gone.csv");

        JobFailedException failed = assertThrows(JobFailedException.class, job::run);

        assertEquals(
                "object 's3://exports/gone.csv' does not exist; check bucket and key,"
                        + " or set skip_missing if that is no failure",
                failed.getMessage());
        assertEquals(List.of(), context.target.calls);
        assertEquals("gone.csv", context.result.get("key"));
    }

    @Test
    void theTargetIsAskedNothingWhenAnObjectCannotBeRead() {
        context.objects.withDenied("orders.csv.9", 10);
        parameters.put("args", List.of("PREFIX"));

        JobFailedException failure = assertThrows(JobFailedException.class, job::run);

        assertEquals("object 's3://exports/orders.csv.9': access is denied", failure.getMessage());
        assertEquals(List.of(), context.target.calls);
    }

    @ParameterizedTest
    @CsvSource({"truncate,false,true", "drop,false,true", "truncate,true,false", "delete,false,false"})
    void everyObjectIsReadBeforeALoadThatCannotBeUndone(String mode, boolean atomic, boolean every) {
        for (int number = 0; number < 200; number++) {
            context.objects.with("orders.csv.%03d".formatted(number), 10);
        }
        parameters.putAll(
                Map.of("args", List.of("PREFIX"), "mode", mode, "atomic", atomic, "columns", List.of("id INT")));

        job.run();

        assertEquals(every ? 201 : 100, context.objects.reads.size());
    }

    @Test
    void theTargetIsAskedNothingWhenNothingIsLeftToLoad() {
        parameters.put("min_size", "1 KB");

        job.run();

        assertEquals(List.of(), context.target.calls);
        assertEquals(
                List.of(
                        "object 's3://exports/orders.csv' found, 120 bytes",
                        "1 object left out, smaller than min_size (1000 bytes): 's3://exports/orders.csv'",
                        "no object is left to load: nothing is changed"),
                context.events);
        assertEquals(
                List.of("sales", "orders", 0, 0L, 0L, 0L, 0L, 0L),
                List.of("schema", "table", "files", "bytes", "rows", "skipped", "deleted", "warnings").stream()
                        .map(context.result::get)
                        .toList());
    }

    @Test
    void aRefusalOfTheTargetLeavesNothingToClose() {
        context.target.refuses = true;

        JobFailedException failed = assertThrows(JobFailedException.class, job::run);

        assertEquals("table 'sales.orders' does not exist", failed.getMessage());
        assertEquals(List.of("prepare"), context.target.calls);
        assertEquals(120L, context.result.get("bytes"));
    }

    @Test
    void aFailedLoadIsClosedAndKeepsWhatWasKnown() {
        context.target.fails = true;

        JobFailedException failed = assertThrows(JobFailedException.class, job::run);

        assertEquals("row 7: not a date", failed.getMessage());
        assertEquals(List.of("prepare", "run", "close"), context.target.calls);
        assertEquals("client", context.result.get("load_path"));
        assertEquals(Optional.empty(), Optional.ofNullable(context.result.get("rows")));
    }

    @Test
    void optionsForTheTargetAreHandedOnAsTheyAre() {
        parameters.putAll(Map.of(
                "mode",
                "truncate",
                "max_warnings",
                7,
                "atomic",
                false,
                "args",
                List.of("PARTITION (p1, p2)", "ZSTD", "NULL 'x'")));

        job.run();

        LoadRequest request = context.target.request.orElseThrow();
        assertEquals(List.of("p1", "p2"), request.target().partitions());
        assertEquals(Compression.ZSTD, request.format().compression());
        assertEquals(Optional.of("x"), request.format().nullText());
        assertEquals(new LoadRequest.Rules(Mode.TRUNCATE, Duplicates.FAIL, OptionalLong.of(7), false), request.rules());
    }

    @Test
    void theObjectsOfAManifestAreReadWhereTheyAre() {
        MemoryObjects sydney = MemoryObjects.bucket("tasman").with("b.csv", 4);
        context.objects
                .with("ap-southeast-2", sydney)
                .with(
                        "load.manifest",
                        "{\"entries\": [{\"url\": \"s3-ap-southeast-2://tasman/b.csv\"},"
                                + " {\"url\": \"s3://exports/orders.csv\"}]}");
        parameters.putAll(Map.of("key", "load.manifest", "args", List.of("MANIFEST")));

        job.run();

        LoadRequest.Source source = context.target.request.orElseThrow().source();
        assertEquals(
                List.of("s3://tasman/b.csv", "s3://exports/orders.csv"),
                source.objects().stream().map(StoredObject::uri).toList());
        assertEquals(Optional.of(4L), source.store().head("tasman", "b.csv").map(StoredObject::size));
        assertEquals("manifest 's3://exports/load.manifest': 2 objects found, 124 bytes", context.events.get(0));
    }
}
