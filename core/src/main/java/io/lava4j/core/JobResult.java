package io.lava4j.core;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.run.Outcome;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run ended.
 *
 * @param exitStatus 0 done or skipped, 1 the job failed, 2 the request or a spec is wrong, 130 interrupted; when a program
 *     of the job failed, that program's, or 128 + n when it died of signal n (the field exit_status then is -n)
 * @param fields the result as lava prints it: exit_status, status (done, checked after a dry run, skipped, failed,
 *     interrupted), job_id, run_id,
 *     realm, what the job reports, events, elapsed (seconds), and error after a failure
 * @param failure what went wrong; empty when nothing did
 */
public record JobResult(int exitStatus, Map<String, Object> fields, Optional<LavaException> failure) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static JobResult of(Outcome outcome) {
        return new JobResult(
                outcome.failure().map(LavaException::exitStatus).orElse(0), outcome.fields(), outcome.failure());
    }

    /**
     * The fields as one JSON object.
     *
     * @return JSON text, indented
     */
    public String toJson() {
        return MAPPER.writeValueAsString(fields);
    }
}
