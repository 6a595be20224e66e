package io.lava4j.core.error;

/** What the specs ask for is valid but refused: a disabled connection, an option the connector does not have. */
public final class ConfigurationException extends LavaException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param cause what was caught, or null
     */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitStatus() {
        return 2;
    }
}
