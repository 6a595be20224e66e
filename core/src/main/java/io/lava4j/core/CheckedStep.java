package io.lava4j.core;

import io.lava4j.core.run.StepOutcome;
import java.time.Duration;

/**
 * How one step of a check ended.
 *
 * @param name what should be, such as {@code port answers}
 * @param status {@code ok}, {@code warning}, {@code failed} or {@code skipped}
 * @param seen what was seen, and when that is not well the likeliest cause; of a skipped one, why. Never a secret
 * @param remedy what to type or to change, one line or more; may be empty
 * @param took how long it took
 */
public record CheckedStep(String name, String status, String seen, String remedy, Duration took) {

    static CheckedStep of(StepOutcome step) {
        return new CheckedStep(step.name(), step.status(), step.seen(), step.remedy(), step.took());
    }
}
