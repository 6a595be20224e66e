package io.lava4j.core.run;

import java.util.List;
import java.util.Map;

/**
 * How a check ended.
 *
 * @param exitStatus 0 when no step failed, 2 when the spec is wrong, else 1
 * @param type the connection's type; empty when it is not known
 * @param realm the realm; empty when none is chosen
 * @param steps in order
 * @param statements title to text, in order
 */
public record CheckOutcome(
        int exitStatus, String type, String realm, List<StepOutcome> steps, Map<String, String> statements) {}
