package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.Violation;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "40 rows loaded into 'sales.orders'; skipped 3, deleted 2, warnings 1"),
                context.events);
        assertEquals(List.of("prepare", "run", "close"), context.target.calls);
    }

    @Test
    void aListenerThatFailsOnceTheRowsAreLoadedFailsNothingAndIsHeardOf() throws InterruptedException {
        context.untold = "40 rows loaded";
        List<String> heard = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        Thread job = new Thread(() -> {
            run();
            ended.add("well");
        });
        job.setUncaughtExceptionHandler((thread, fault) -> heard.add(fault.getMessage()));

        job.start();
        job.join();

        assertEquals(
                List.of("no screen for '40 rows loaded into 'sales.orders'; skipped 3, deleted 2, warnings 1'"), heard);
        assertEquals(List.of("well"), ended);
        assertEquals(40L, context.result.get("rows"));
    }

    @Test
    void aDryRunTellsWhatTheRunWouldDoAndDoesNotDoIt() {
        context.dryRun = true;
        context.objects.with("orders.csv.2", 10);
        parameters.put("args", List.of("PREFIX"));

        run();

        assertEquals(List.of("prepare", "close"), context.target.calls);
        assertEquals(
                Map.ofEntries(
                        Map.entry("bucket", "exports"),
                        Map.entry("key", "orders.csv"),
                        Map.entry("schema", "sales"),
                        Map.entry("table", "orders"),
                        Map.entry("load_path", "client"),
                        Map.entry("load_path_reason", "the test says so"),
                        Map.entry("files", 2),
                        Map.entry("bytes", 130L),
                        Map.entry(
                                "objects",
                                List.of(
                                        Map.of("uri", "s3://exports/orders.csv", "bytes", 120L),
                                        Map.of("uri", "s3://exports/orders.csv.2", "bytes", 10L))),
                        Map.entry("statements", List.of("LOAD DATA …", "LOAD DATA …"))),
                context.result);
        assertEquals(
                List.of(
                        "prefix 's3://exports/orders.csv': 2 objects found, 130 bytes",
                        "dry run: everything was checked, and nothing changed"),
                context.events);
    }

    @Test
    void aDryRunTellsWhatElseTheRunWouldDo() {
        context.dryRun = true;
        context.target.notes = List.of("table 'sales.orders': rows of others go too");

        run();

        assertEquals(
                List.of(
                        "object 's3://exports/orders.csv' found, 120 bytes",
                        "table 'sales.orders': rows of others go too",
                        "dry run: everything was checked, and nothing changed"),
                context.events);
    }

    @Test
    void aDryRunFailsWhereTheRunWould() {
        context.dryRun = true;
        context.target.refuses = true;

        assertEquals(
                "table 'sales.orders' does not exist",
                assertThrows(JobFailedException.class, this::run).getMessage());
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

    @ParameterizedTest
    @CsvSource({"truncate,false,true", "drop,false,true", "truncate,true,false", "delete,false,false"})
    void everyObjectIsReadBeforeALoadThatCannotBeUndone(String mode, boolean atomic, boolean every) {
        for (int number = 0; number < 200; number++) {
            context.objects.with("orders.csv.%03d".formatted(number), 10);
        }
        parameters.putAll(
                Map.of("args", List.of("PREFIX"), "mode", mode, "atomic", atomic, "columns", List.of("id INT")));

        run();

        assertEquals(every ? 201 : 100, context.objects.reads.size());
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
                List.of("sales", "orders", 0, 0L, 0L, 0L, 0L, 0L),
                List.of("schema", "table", "files", "bytes", "rows", "skipped", "deleted", "warnings").stream()
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

        run();

        LoadRequest request = context.target.request.orElseThrow();
        assertEquals(List.of("p1", "p2"), request.target().partitions());
        assertEquals(Compression.ZSTD, request.format().compression());
        assertEquals(Optional.of("x"), request.format().nullText());
        assertEquals(new LoadRequest.Rules(Mode.TRUNCATE, Duplicates.FAIL, OptionalLong.of(7), false), request.rules());
    }

    @Test
    void schemaAndTableMayBeFoundInTheKey() {
        context.objects.with("crm/2026/Orders.v1.csv", 5);
        parameters.putAll(Map.of("key", "crm/2026/Orders.v1.csv", "schema", "/^([^/]+)", "table", "/(\\w+)$"));

        run();

        LoadRequest.Target target = context.target.request.orElseThrow().target();
        assertEquals(List.of("crm", "Orders"), List.of(target.schema(), target.table()));
    }

    @Test
    void aTemplateMayRenderToARegularExpression() {
        parameters.put("jinja", true);
        parameters.put("table", "{{ vars.pattern }}");
        context.rendered.putAll(Map.of(
                "/parameters/bucket", "exports",
                "/parameters/key", "orders.csv",
                "/parameters/schema", "sales",
                "/parameters/table", "/(.*)s$"));

        run();

        assertEquals("order", context.target.request.orElseThrow().target().table());
    }

    @Test
    void aFieldWithoutAMatchIsNamedBeforeAnythingIsOpened() {
        parameters.put("table", "/^x(.*)");

        InvalidSpecException refused = assertThrows(InvalidSpecException.class, this::run);

        assertEquals(
                "job 'nightly' is not valid, 1 fault:\n  /parameters/table: '/^x(.*)' finds no name in 'orders',"
                        + " the key without its suffix: expected a match whose group 1 is not empty",
                refused.getMessage());
        assertEquals(List.of(), context.calls);
    }

    @Test
    void aTemplateThatRendersToARegularExpressionForbidsColumnsToo() {
        parameters.put("jinja", true);
        parameters.put("columns", List.of("id INT"));
        context.rendered.putAll(Map.of(
                "/parameters/bucket", "exports",
                "/parameters/key", "orders.csv",
                "/parameters/schema", "/(o)",
                "/parameters/table", "t"));

        assertEquals(
                "job 'nightly' is not valid, 1 fault:\n  /parameters/columns: is given, and schema is a regular"
                        + " expression: the table must exist then; leave columns out",
                assertThrows(InvalidSpecException.class, this::run).getMessage());
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

        run();

        LoadRequest.Source source = context.target.request.orElseThrow().source();
        assertEquals(
                List.of("s3://tasman/b.csv", "s3://exports/orders.csv"),
                source.objects().stream().map(StoredObject::uri).toList());
        assertEquals(Optional.of(4L), source.store().head("tasman", "b.csv").map(StoredObject::size));
        assertEquals("manifest 's3://exports/load.manifest': 2 objects found, 124 bytes", context.events.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mode|drop|/columns: is missing: mode 'drop' creates the table from it",
                "parallel|2|/parallel: '2' is not there yet: expected 1",
                "table|/[|/table: '/[' is no regular expression: Unclosed character class at character 2",
                "table|/abc|/table: '/abc' has no group: expected parentheses around the name, as in '/([a-z]+)$'"
            })
    void whatDoesNotGoTogetherIsFoundWithTheSpec(String field, String value, String fault) {
        parameters.put(field, value.equals("2") ? (Object) 2 : value);

        assertEquals(List.of("/parameters" + fault), faults());
    }

    @Test
    void allThatDoesNotGoTogetherIsFoundAtOnce() {
        parameters.putAll(Map.of(
                "schema",
                "/([)",
                "table",
                "/(t)",
                "columns",
                List.of("id INT"),
                "parallel",
                3,
                "max_warnings",
                1,
                "args",
                List.of("REPLACE")));

        assertEquals(
                List.of(
                        "/parameters/schema: '/([)' is no regular expression: Unclosed character class at character 4",
                        "/parameters/columns: is given, and schema is a regular expression: the table must exist then;"
                                + " leave columns out",
                        "/parameters/parallel: '3' is not there yet: expected 1",
                        "/parameters/max_warnings: is given with REPLACE, which stops at the first bad value:"
                                + " leave one of them out"),
                faults());
    }

    @Test
    void whatTheSchemaFindsFaultWithHidesNoOtherFault() {
        parameters.putAll(Map.of("jinja", "perhaps", "columns", 7, "parallel", 2, "args", List.of("HEADR")));
        parameters.remove("table");

        assertEquals(
                List.of(
                        "/parameters/args/0: 'HEADR' is not a load option, did you mean 'HEADER'?",
                        "/parameters/parallel: '2' is not there yet: expected 1"),
                faults());
    }

    @Test
    void aTableThatIsDroppedNeedsAName() {
        parameters.putAll(Map.of("mode", "drop", "table", "/(t)", "columns", List.of("id INT")));

        assertEquals(
                List.of("/parameters/mode: 'drop' creates the table from columns, and table is a regular expression,"
                        + " which forbids columns: expected another mode"),
                faults());
    }

    @Test
    void aTemplateIsNoRegularExpressionYet() {
        parameters.putAll(Map.of("jinja", true, "table", "/({{ vars.x }}[)"));

        assertEquals(List.of(), faults());
    }

    private List<String> faults() {
        return new DbFromS3().faults(job()).stream().map(Violation::toString).toList();
    }

    private void run() {
        new DbFromS3().run(job(), context);
    }

    private Spec job() {
        return new Spec("job 'nightly'", Map.of("parameters", parameters), Path.of(""), pointer -> "");
    }
}
