package io.lava4j.core.error;

/** A connector, a job type or a store cannot be used: unknown, there twice, or faulty. */
public final class PluginException extends LavaException {

    private static final long serialVersionUID = 1L;

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
    }

    @Override
    public int exitStatus() {
        return 2;
    }
}
