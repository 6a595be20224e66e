package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.JobFailedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dry run of the job. */
class DryRunTest {

    private final NightlyJob job = new NightlyJob();
    private final RecordingContext context = job.context;
    private final Map<String, Object> parameters = job.parameters;

    @Test
    void aDryRunTellsWhatTheRunWouldDoAndDoesNotDoIt() {
        context.dryRun = true;
        context.objects.with("orders.csv.2", 10);
        parameters.put("args", List.of("PREFIX"));

        job.run();

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

        job.run();

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
                assertThrows(JobFailedException.class, job::run).getMessage());
    }
}
