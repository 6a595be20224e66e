package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.LoadRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bucket, key, schema and table: rendered in their order, or found in the key. */
class RenderedNamesTest {

    private final NightlyJob job = new NightlyJob();
    private final RecordingContext context = job.context;
    private final Map<String, Object> parameters = job.parameters;

    @Test
    void bucketAndKeyAreRenderedFirstAndAreVariablesOfSchemaAndTable() {
        parameters.remove("jinja");
        parameters.put("vars", Map.of("day", "monday"));
        context.rendered.put("/parameters/bucket", "exports");
        context.rendered.put("/parameters/key", "orders.csv");
        context.rendered.put("/parameters/schema", "sales");
        context.rendered.put("/parameters/table", "monday");

        job.run();

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

        job.run();

        assertEquals("{{ key }}", context.result.get("key"));
        assertEquals(List.of("connector dwh as LoadTarget", "objects of no connection"), context.calls);
    }

    @Test
    void aNameThatRendersToNothingIsRefusedBeforeAnythingIsOpened() {
        parameters.put("jinja", true);
        parameters.put("bucket", "{{ none }}");
        context.rendered.put("/parameters/bucket", "");
        context.rendered.put("/parameters/key", "orders.csv");

        InvalidSpecException refused = assertThrows(InvalidSpecException.class, job::run);

        assertEquals(
                "job 'nightly' is not valid, 1 fault:\n  /parameters/bucket: '{{ none }}' renders to nothing",
                refused.getMessage());
        assertTrue(context.calls.stream().allMatch(call -> call.startsWith("render")), context.calls::toString);
    }

    @Test
    void schemaAndTableMayBeFoundInTheKey() {
        context.objects.with("crm/2026/Orders.v1.csv", 5);
        parameters.putAll(Map.of("key", "crm/2026/Orders.v1.csv", "schema", "/^([^/]+)", "table", "/(\\w+)$"));

        job.run();

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

        job.run();

        assertEquals("order", context.target.request.orElseThrow().target().table());
    }

    @Test
    void aFieldWithoutAMatchIsNamedBeforeAnythingIsOpened() {
        parameters.put("table", "/^x(.*)");

        InvalidSpecException refused = assertThrows(InvalidSpecException.class, job::run);

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
                assertThrows(InvalidSpecException.class, job::run).getMessage());
    }
}
