package io.lava4j.core;

import io.lava4j.core.error.LavaException;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param exitStatus 0 done or skipped, 1 the job failed, 2 the request or a spec is wrong, 130 interrupted
 * @param fields the result as lava prints it: exit_status, job_id, run_id, what the job reports, events, elapsed (seconds),
 *     and error after a failure
 * @param failure what went wrong; empty when nothing did
 */
public record JobResult(int exitStatus, Map<String, Object> fields, Optional<LavaException> failure) {

    /**
     * The fields as one JSON object.
     *
     * @return JSON text, indented
     */
    public String toJson() {
        return "";
    }
}
