package io.lava4j.distribution.faults;

import io.lava4j.core.JobResult;
import java.util.List;

/**
 * What a job said of itself.
 *
 * @param status of its exit
 * @param said its error, or nothing
 * @param events what it told on the way
 */
record Answer(int status, String said, List<String> events) {

    /** Of a process that was killed and said nothing. */
    static final Answer NONE = new Answer(137, "", List.of());

    static Answer of(JobResult result) {
        List<String> events = ((List<?>) result.fields().getOrDefault("events", List.of()))
                .stream().map(String::valueOf).toList();
        String error = String.valueOf(result.fields().getOrDefault("error", ""));
        return new Answer(result.exitStatus(), error, events);
    }

    boolean isNone() {
        return equals(NONE);
    }

    boolean saysDone() {
        return status == 0;
    }

    /** Nobody knows, and that is said with how to look. */
    boolean saysUnknown() {
        return said.contains("the load may or may not be committed. How to look: ");
    }

    /** What is left over was told, and that the next run clears it. */
    boolean tellsLeftOver() {
        return said.contains("the next load drops")
                || events.stream().anyMatch(event -> event.contains("the next load drops"));
    }
}
