package io.lava4j.core.run;

import java.time.Duration;

/**
 * How one step of a check ended.
 *
 * @param name what should be
 * @param status ok, warning, failed or skipped
 * @param seen what was seen; of a step that was skipped, why
 * @param remedy what to do; may be empty
 * @param took how long it took
 */
public record StepOutcome(String name, String status, String seen, String remedy, Duration took) {

    /** Whether what needs it can go on. */
    boolean isWell() {
        return status.equals("ok") || status.equals("warning");
    }
}
