package io.lava4j.core.error;

import java.util.List;
import java.util.stream.Collectors;

/** A spec, or the parameters given with it, is wrong; all faults together. */
public final class InvalidSpecException extends LavaException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Makes the error.
     *
     * @param subject what is wrong, such as {@code connection 'dwh'}
     * @param violations its faults, at least one, in the order of the spec
     */
    public InvalidSpecException(String subject, List<Violation> violations) {
        this(subject, violations, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param subject what is wrong, such as {@code connection 'dwh'}
     * @param violations its faults, at least one, in the order of the spec
     * @param cause what was caught, or null
     */
    public InvalidSpecException(String subject, List<Violation> violations, Throwable cause) {
        super(message(subject, violations), cause);
        this.violations = List.copyOf(violations);
    }

    /**
     * The faults, in the order of the spec.
     *
     * @return at least one
     */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public int exitStatus() {
        return 2;
    }

    private static String message(String subject, List<Violation> violations) {
        String count = violations.size() == 1 ? "1 fault" : violations.size() + " faults";
        return violations.stream()
                .map(violation -> "\n  " + violation)
                .collect(Collectors.joining("", subject + " is not valid, " + count + ":", ""));
    }
}
