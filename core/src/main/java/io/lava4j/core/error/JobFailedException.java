package io.lava4j.core.error;

/** The job was carried out and failed: no such object, no server, bad data. The target is as the job's mode promises. */
public final class JobFailedException extends LavaException {

    private static final long serialVersionUID = 1L;

    private final int status;

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
        this(message, cause, 1);
    }

    private JobFailedException(String message, Throwable cause, int status) {
        super(message, cause);
        this.status = status;
    }

    /**
     * Makes the error of a job whose program failed.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param status the program's exit status, 1 to 255; or -n when it died of signal n
     * @return the error, to be thrown
     */
    public static JobFailedException ofProgram(String message, int status) {
        return new JobFailedException(message, null, status);
    }

    /** 1, or the program's. */
    @Override
    public int exitStatus() {
        return status < 0 ? 128 - status : status;
    }

    @Override
    public int resultStatus() {
        return status;
    }
}
