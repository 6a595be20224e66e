package io.lava4j.core.error;

/** The job was carried out and failed: no such object, no server, bad data. The target is as the job's mode promises. */
public final class JobFailedException extends LavaException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     */
    public JobFailedException(String message) {
        this(message, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param cause what was caught, or null
     */
    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitStatus() {
        return 1;
    }
}
