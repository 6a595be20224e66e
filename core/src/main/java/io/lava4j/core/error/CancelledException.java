package io.lava4j.core.error;

/** The run was stopped from outside: the calling thread was interrupted, or the program was told to end. */
public final class CancelledException extends LavaException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     */
    public CancelledException(String message) {
        this(message, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param cause what was caught, or null
     */
    public CancelledException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitStatus() {
        return 130;
    }
}
