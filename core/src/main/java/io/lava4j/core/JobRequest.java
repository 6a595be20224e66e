package io.lava4j.core;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which job to run, and with what.
 *
 * @param jobId the job's id in the spec store; empty when a file is given
 * @param file the job's own file; empty when an id is given
 * @param parameters merged over the spec's; data, never templates: strings, numbers, booleans, null, lists and maps
 * @param force whether to run it even when it is not enabled
 * @param dryRun whether to do everything that changes nothing, and to report what the run would do
 */
public record JobRequest(
        Optional<String> jobId, Optional<Path> file, Map<String, Object> parameters, boolean force, boolean dryRun) {

    /** Copies the parameters, which may hold null. */
    public JobRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * A job of the spec store.
     *
     * @param jobId its {@code job_id}
     * @return the request, without parameters, not forced
     */
    public static JobRequest job(String jobId) {
        return new JobRequest(Optional.of(jobId), Optional.empty(), Map.of(), false, false);
    }

    /**
     * A job in a file of its own; its connections come from the spec store all the same.
     *
     * @param file a file that ends in .json, .yaml or .yml
     * @return the request, without parameters, not forced
     */
    public static JobRequest file(Path file) {
        return new JobRequest(Optional.empty(), Optional.of(file), Map.of(), false, false);
    }

    /**
     * The same with parameters.
     *
     * @param given replaces the parameters so far
     * @return the new request
     */
    public JobRequest withParameters(Map<String, Object> given) {
        return new JobRequest(jobId, file, given, force, dryRun);
    }

    /**
     * The same, run even when the job is not enabled.
     *
     * @return the new request
     */
    public JobRequest forced() {
        return new JobRequest(jobId, file, parameters, true, dryRun);
    }

    /**
     * The same as a dry run.
     *
     * @return the new request
     */
    public JobRequest dry() {
        return new JobRequest(jobId, file, parameters, force, true);
    }
}
