package io.lava4j.core.error;

/**
 * The root of every error that lava4j reports to its user.
 *
 * <p>A message starts with its subject, shows the offending value in single quotes, says what was expected and what to
 * do. It never holds a secret. Anything else that is thrown is a defect of lava4j or of a plugin.
 */
public abstract sealed class LavaException extends RuntimeException
        permits InvalidSpecException,
                PluginException,
                ConfigurationException,
                CredentialsException,
                JobFailedException,
                CancelledException {

    private static final long serialVersionUID = 1L;

    LavaException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The exit status of a command that ends with this error: 2 when only an edit of the command, a spec or the
     * installation helps, 1 when the job failed, 130 when it was interrupted; when a program of the job failed, that
     * program's, or 128 + n when it died of signal n.
     *
     * @return 1 to 255
     */
    public abstract int exitStatus();

    /**
     * The {@code exit_status} of a result that ends with this error: as {@link #exitStatus}, but for a program that died of
     * signal n, where it is -n.
     *
     * @return not 0
     */
    public int resultStatus() {
        return exitStatus();
    }
}
