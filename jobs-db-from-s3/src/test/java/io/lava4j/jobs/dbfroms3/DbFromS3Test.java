package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DbFromS3Test {

    private final RecordingContext context = new RecordingContext();
    private final Map<String, Object> parameters = new LinkedHashMap<>(Map.of(
            "db_conn_id", "dwh",
            "bucket", "exports",
            "key", "orders.csv",
            "schema", "sales",
            "table", "Orders",
            "mode", "append",
            "jinja", false));

    @BeforeEach
    void oneObjectIsThere() {
        context.objects.with("orders.csv", 120);
    }

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
        parameters.put("mode", "delete");

        run();

        StoredObject object = new StoredObject("exports", "orders.csv", 120, "1");
        assertEquals(
                new LoadRequest(
                        "run-1",
                        new LoadRequest.Target("sales", "Orders", List.of("id INT", "name TEXT"), List.of()),
                        new LoadRequest.Source(List.of(object), context.objects),
                        new Format(",", "", false, "\\", "\n", 1, "utf8mb4", Compression.NONE, Optional.empty()),
                        new LoadRequest.Rules(Mode.DELETE, Duplicates.IGNORE, OptionalLong.empty(), false),
                        LoadRequest.Path.CLIENT,
                        1),
                context.target.request.orElseThrow());
    }

    @Test
    void resultAndEventsTellWhatWasDone() {
        run();

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
                        "loading",
                        "40 rows loaded into 'sales.orders'; skipped 3, deleted 2, warnings 1"),
                context.events);
        assertEquals(List.of("prepare", "run", "close"), context.target.calls);
    }

    @Test
    void aStatementThatLoadsManyObjectsIsToldOnce() {
        context.objects.with("orders.csv.2", 10);
        parameters.put("args", List.of("PREFIX"));

        run();

        assertEquals(
                List.of("statement: LOAD DATA …"),
                context.events.stream()
                        .filter(event -> event.startsWith("statement"))
                        .toList());
    }

    @Test
    void bucketAndKeyAreRenderedFirstAndAreVariablesOfSchemaAndTable() {
        parameters.remove("jinja");
        parameters.put("vars", Map.of("day", "monday"));
        context.rendered.put("/parameters/bucket", "exports");
        context.rendered.put("/parameters/key", "orders.csv");
        context.rendered.put("/parameters/schema", "sales");
        context.rendered.put("/parameters/table", "monday");

        run();

        assertEquals(
                List.of(
                        "render /parameters/bucket with [vars]",
                        "render /parameters/key with [vars]",
                        "render /parameters/schema with [bucket, key, vars]",
                        "render /parameters/table with [bucket, key, vars]",
                        "connector dwh as LoadTarget",
                        "objects of no connection"),
                context.calls);
        assertEquals("monday", context.target.request.orElseThrow().target().table());
    }

    @Test
    void withoutJinjaNothingIsRendered() {
        context.objects.with("{{ key }}", 3);
        parameters.put("key", "{{ key }}");

        run();

        assertEquals("{{ key }}", context.result.get("key"));
        assertEquals(List.of("connector dwh as LoadTarget", "objects of no connection"), context.calls);
    }

    @Test
    void aNameThatRendersToNothingIsRefusedBeforeAnythingIsOpened() {
        parameters.put("jinja", true);
        parameters.put("bucket", "{{ none }}");
        context.rendered.put("/parameters/bucket", "");
        context.rendered.put("/parameters/key", "orders.csv");

        InvalidSpecException refused = assertThrows(InvalidSpecException.class, this::run);

        assertEquals(
                "job 'nightly' is not valid, 1 fault:\n  /parameters/bucket: '{{ none }}' renders to nothing",
                refused.getMessage());
        assertTrue(context.calls.stream().allMatch(call -> call.startsWith("render")), context.calls::toString);
    }

    @Test
    void theConnectionToS3IsHandedOn() {
        parameters.put("s3_conn_id", "sydney");

        run();

        assertEquals(List.of("connector dwh as LoadTarget", "objects sydney"), context.calls);
    }

    @Test
    void badArgsAreRefusedBeforeAnythingIsOpened() {
        parameters.put("args", List.of("BOGUS"));

        assertThrows(InvalidSpecException.class, this::run);

        assertEquals(List.of(), context.calls);
        assertEquals(Map.of(), context.result);
    }

    @Test
    void theTargetIsAskedNothingWhenTheObjectIsMissing() {
        parameters.put("key", "gone.csv");

        JobFailedException failed = assertThrows(JobFailedException.class, this::run);

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

        JobFailedException failure = assertThrows(JobFailedException.class, this::run);

        assertEquals("object 's3://exports/orders.csv.9': access is denied", failure.getMessage());
        assertEquals(List.of(), context.target.calls);
    }

    @Test
    void theTargetIsAskedNothingWhenNothingIsLeftToLoad() {
        parameters.put("min_size", "1 KB");

        run();

        assertEquals(List.of(), context.target.calls);
        assertEquals(
                List.of(
                        "object 's3://exports/orders.csv' found, 120 bytes",
                        "1 object left out, smaller than min_size (1000 bytes): 's3://exports/orders.csv'",
                        "no object is left to load: nothing is changed"),
                context.events);
        assertEquals(
                List.of(0, 0L, 0L, 0L, 0L, 0L),
                List.of("files", "bytes", "rows", "skipped", "deleted", "warnings").stream()
                        .map(context.result::get)
                        .toList());
    }

    @Test
    void aRefusalOfTheTargetLeavesNothingToClose() {
        context.target.refuses = true;

        JobFailedException failed = assertThrows(JobFailedException.class, this::run);

        assertEquals("table 'sales.orders' does not exist", failed.getMessage());
        assertEquals(List.of("prepare"), context.target.calls);
        assertEquals(120L, context.result.get("bytes"));
    }

    @Test
    void aFailedLoadIsClosedAndKeepsWhatWasKnown() {
        context.target.fails = true;

        JobFailedException failed = assertThrows(JobFailedException.class, this::run);

        assertEquals("row 7: not a date", failed.getMessage());
        assertEquals(List.of("prepare", "run", "close"), context.target.calls);
        assertEquals("client", context.result.get("load_path"));
        assertEquals(Optional.empty(), Optional.ofNullable(context.result.get("rows")));
    }

    @Test
    void whatIsNotThereYetIsRefusedByNameAllAtOnce() {
        parameters.putAll(Map.of(
                "schema",
                "/(.)/",
                "table",
                "/([a-z]+)",
                "mode",
                "truncate",
                "parallel",
                2,
                "max_warnings",
                0,
                "args",
                List.of("MANIFEST", "PARTITION (p)", "ZSTD", "NULL 'x'")));

        ConfigurationException refused = assertThrows(ConfigurationException.class, this::run);

        assertEquals(
                "job 'nightly': schema by regular expression is not there yet;"
                        + " table by regular expression is not there yet; mode 'truncate' is not there yet;"
                        + " MANIFEST in args is not there yet; PARTITION in args is not there yet;"
                        + " ZSTD in args is not there yet; NULL in args is not there yet;"
                        + " parallel above 1 is not there yet; max_warnings is not there yet",
                refused.getMessage());
        assertEquals(List.of(), context.calls);
    }

    private void run() {
        new DbFromS3()
                .run(new Spec("job 'nightly'", Map.of("parameters", parameters), Path.of(""), pointer -> ""), context);
    }
}
