package io.lava4j.core.spi;

import java.nio.file.Path;

/**
 * One configured connection, live.
 *
 * <p>What it can do it says by the capabilities it implements: {@link SqlSource}, {@link LoadTarget}, {@link
 * Connector.CommandLine}. Core closes it when the job ends.
 */
public interface Connector extends AutoCloseable {

    /** Gives back whatever it holds. Called once, also after a failure; must not throw. */
    @Override
    void close();

    /** The capability of a connector that a program can use through an executable. */
    interface CommandLine {

        /**
         * Puts an executable that opens this connection into a directory: one that only its user may run, and whose text holds
         * nothing of the connection.
         *
         * @param directory private to this process's user; exists
         * @param name file name of the executable; installations of several names live side by side
         * @return the installation, whose credentials are kept fresh until it is closed by the caller
         * @throws io.lava4j.core.error.ConfigurationException if no client program fits the connection
         * @throws io.lava4j.core.error.CredentialsException if there are no credentials
         * @throws io.lava4j.core.error.JobFailedException if the server must be asked and does not answer, or the name is taken
         */
        Installed install(Path directory, String name);
    }

    /** An executable in place. */
    interface Installed extends AutoCloseable {

        /**
         * The executable.
         *
         * @return its absolute path
         */
        Path executable();

        /** Ends the refreshing and removes what was installed. A second call does nothing. */
        @Override
        void close();
    }
}
