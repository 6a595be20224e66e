package io.lava4j.core.error;

/** A credential is missing, of the wrong kind, cannot be read, or was refused by the server. */
public final class CredentialsException extends LavaException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     */
    public CredentialsException(String message) {
        this(message, null);
    }

    /**
     * Makes the error with its cause.
     *
     * @param message subject first, then the value in quotes, what was expected, what to do
     * @param cause what was caught, or null
     */
    public CredentialsException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitStatus() {
        return 1;
    }
}
