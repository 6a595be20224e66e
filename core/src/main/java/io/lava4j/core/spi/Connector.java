package io.lava4j.core.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One configured connection, live.
 *
 * <p>What it can do it says by the capabilities it implements: {@link SqlSource}, {@link LoadTarget}, {@link
 * Connector.CommandLine}, {@link Connector.Checkable}. Core closes it when the job ends.
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

    /** The capability of a connector that can be walked along step by step, for {@code lava check}. */
    interface Checkable {

        /**
         * Walks the way from the name of the server to the rights at its end; changes nothing. Core has walked what comes
         * before: the spec, its secret, and the type's {@link Authentication}.
         *
         * @param table the table to look at, as a job names it, perhaps with its schema and a dot before; empty for
         *     whatever a job may fill
         * @param checkup takes the steps
         */
        void check(Optional<String> table, Checkup checkup);
    }

    /** Takes the steps of a check, and tells each as it ends. Lent by core, for the thread that it is lent to. */
    interface Checkup {

        /** What a step of a connector needs that logs in: all that core has walked before, which may be several steps. */
        // No constant to javac: Javadoc's page of constants would link to a place that it lacks.
        String CREDENTIALS = String.valueOf("credentials");

        /**
         * Takes a step now, unless one that it needs did not end well: then it is told as skipped.
         *
         * @param name two or three words for what should be, such as {@code port answers}
         * @param needs names of steps before it
         * @param step looks; its exception is a failure, told by its message: one of ours, an SQLException or an
         *     IOException; any other is told as a defect. Never with a secret
         */
        void step(String name, List<String> needs, Callable<Finding> step);

        /**
         * Keeps a text that is of use to whoever sets things up, such as a statement filled in; told after all steps.
         *
         * @param title what it is, such as {@code the policy of the worker}
         * @param text one line or more
         */
        void statement(String title, String text);
    }

    /**
     * What a step has found.
     *
     * @param grade how it is
     * @param seen what was seen; when that is not well, the likeliest cause too
     * @param remedy what to type or to change, one line or more; may be empty
     */
    record Finding(Grade grade, String seen, String remedy) {

        /**
         * All is well.
         *
         * @param seen what was seen
         * @return the finding
         */
        public static Finding ok(String seen) {
            return new Finding(Grade.OK, seen, "");
        }

        /**
         * It works, and not as well as it could, or not for everything.
         *
         * @param seen what was seen, and what it will lead to
         * @param remedy what to do
         * @return the finding
         */
        public static Finding warning(String seen, String remedy) {
            return new Finding(Grade.WARNING, seen, remedy);
        }

        /**
         * It does not work.
         *
         * @param seen what was seen, and the likeliest cause
         * @param remedy what to do
         * @return the finding
         */
        public static Finding failed(String seen, String remedy) {
            return new Finding(Grade.FAILED, seen, remedy);
        }
    }

    /** How a step ended. */
    enum Grade {
        /** Well. */
        OK,
        /** Well, with something to know. */
        WARNING,
        /** Not well: what needs it is skipped. */
        FAILED
    }
}
