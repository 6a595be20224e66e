package io.lava4j.core;

import io.lava4j.core.run.CheckOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a check ended.
 *
 * @param exitStatus 0 when no step failed, 2 when the spec is wrong, else 1
 * @param connId the connection
 * @param type its type; empty when it is not known
 * @param realm its realm; empty when none is chosen
 * @param steps in the order in which they were taken
 * @param statements title to text: what is of use to whoever sets the connection up, filled in
 */
public record CheckResult(
        int exitStatus,
        String connId,
        String type,
        String realm,
        List<CheckedStep> steps,
        Map<String, String> statements) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Copies the collections. */
    public CheckResult {
        steps = List.copyOf(steps);
        statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    }

    static CheckResult of(String connId, CheckOutcome outcome) {
        return new CheckResult(
                outcome.exitStatus(),
                connId,
                outcome.type(),
                outcome.realm(),
                outcome.steps().stream().map(CheckedStep::of).toList(),
                outcome.statements());
    }

    /**
     * How many steps ended in one way.
     *
     * @param status {@code ok}, {@code warning}, {@code failed} or {@code skipped}
     * @return 0 or more
     */
    public long count(String status) {
        return steps.stream().filter(step -> step.status().equals(status)).count();
    }

    /**
     * The result as one JSON object: exit_status, status (ok, warning, failed), conn_id, type, realm, steps (step, status,
     * seen, remedy, elapsed), statements (title, text), elapsed. Times are in seconds.
     *
     * @return JSON text, indented
     */
    public String toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("exit_status", exitStatus);
        fields.put("status", status());
        fields.put("conn_id", connId);
        fields.put("type", type);
        fields.put("realm", realm);
        fields.put("steps", steps.stream().map(CheckResult::fields).toList());
        List<Map<String, String>> texts = new ArrayList<>();
        statements.forEach((title, text) -> texts.add(fields(title, text)));
        fields.put("statements", texts);
        fields.put("elapsed", seconds(steps.stream().map(CheckedStep::took).reduce(Duration.ZERO, Duration::plus)));
        return MAPPER.writeValueAsString(fields);
    }

    private String status() {
        if (exitStatus != 0) {
            return "failed";
        }
        return count("warning") > 0 ? "warning" : "ok";
    }

    private static Map<String, Object> fields(CheckedStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step.name());
        fields.put("status", step.status());
        fields.put("seen", step.seen());
        fields.put("remedy", step.remedy());
        fields.put("elapsed", seconds(step.took()));
        return fields;
    }

    private static Map<String, String> fields(String title, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("text", text);
        return fields;
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
