package io.lava4j.core;

import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;

/**
 * A spec file that was validated.
 *
 * @param file the file
 * @param subject what it holds, such as {@code connection 'dwh'}
 * @param violations its faults; none when it is valid
 */
public record CheckedSpec(Path file, String subject, List<Violation> violations) {
    /** Copies the list. */
    public CheckedSpec {
        violations = List.copyOf(violations);
    }
}
