package io.lava4j.core.error;

import java.util.Optional;

/** A connector, a job type or a store cannot be used: unknown, there twice, or faulty. */
public final class PluginException extends LavaException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Violation> fault;

    /**
     * Makes the error.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     */
    public PluginException(String message) {
        this(message, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param cause what was caught, or null
     */
    public PluginException(String message, Throwable cause) {
        super(message, cause);
        this.fault = Optional.empty();
    }

    /**
     * Makes the error of a spec that names what cannot be used.
     *
     * @param fault what is wrong, and where the spec names it
     * @param cause what was caught, or null
     */
    public PluginException(Violation fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = Optional.of(fault);
    }

    /**
     * The fault of the spec that names what cannot be used.
     *
     * @return empty when it is no spec's
     */
    public Optional<Violation> fault() {
        return fault;
    }

    @Override
    public int exitStatus() {
        return 2;
    }
}
