package io.lava4j.core.run;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of one run: who it is, what it told, what it reported. Safe for use by several threads. */
final class RunRecord implements Listener {

    private final Listener next;
    private final String runId = UUID.randomUUID().toString();
    private final Instant start = Instant.now();
    private final Map<String, Object> identity = new LinkedHashMap<>();
    private final Map<String, Object> reported = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();

    /** @param next hears of everything too */
    RunRecord(Listener next) {
        this.next = next;
    }

    String runId() {
        return runId;
    }

    Instant start() {
        return start;
    }

    /** Tells which job, or in which realm. */
    synchronized void identify(String field, String value) {
        identity.put(field, value);
    }

    /** The job in messages, as far as it is known. */
    synchronized String subject() {
        Object jobId = identity.get("job_id");
        return jobId == null ? "job" : "job '" + jobId + "'";
    }

    synchronized void report(String field, Object value) {
        reported.put(field, value);
    }

    @Override
    public void event(String sentence) {
        synchronized (this) {
            events.add(sentence);
        }
        next.event(sentence);
    }

    @Override
    public void progress(long bytes, long total) {
        next.progress(bytes, total);
    }

    @Override
    public boolean hearsOutput() {
        return next.hearsOutput();
    }

    @Override
    public void output(Channel channel, byte[] bytes) {
        next.output(channel, bytes);
    }

    synchronized Outcome ended(String status, Optional<LavaException> failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("exit_status", failure.map(LavaException::resultStatus).orElse(0));
        fields.put("status", status);
        fields.putAll(identity);
        fields.put("run_id", runId);
        reported.forEach(fields::putIfAbsent);
        fields.put("events", List.copyOf(events));
        fields.put(
                "elapsed",
                BigDecimal.valueOf(Duration.between(start, Instant.now()).toMillis(), 3));
        failure.ifPresent(failed -> fields.put("error", failed.getMessage()));
        return new Outcome(status, fields, failure);
    }
}
