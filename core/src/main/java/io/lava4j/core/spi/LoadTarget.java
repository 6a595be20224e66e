package io.lava4j.core.spi;

import java.util.List;

/** A connector that loads objects of an {@link ObjectStore} into a table. It owns all SQL. */
public interface LoadTarget {

    /**
     * How the database calls what a job names. Needs no server.
     *
     * @param name a schema or table, as the job names it
     * @return the name as {@link Plan} would have it, such as in lower case
     */
    default String named(String name) {
        return name;
    }

    /**
     * Checks everything that can be known and changes nothing.
     *
     * @param request what to load, and how
     * @return the load, ready to run; the caller closes it
     * @throws io.lava4j.core.error.ConfigurationException for an option that this connector does not have
     * @throws io.lava4j.core.error.CredentialsException if the server refuses the credentials
     * @throws io.lava4j.core.error.JobFailedException if the server, table, columns or rights are not as needed
     */
    Prepared prepare(LoadRequest request);

    /** A load that has been checked. */
    interface Prepared extends AutoCloseable {

        /**
         * What {@link #run} is going to do, as far as can be known before it has its turn at the target; after that, what it
         * does.
         *
         * @return the plan
         */
        Plan plan();

        /**
         * Loads all objects, or nothing. Called at most once. Ends early when its thread is interrupted. An exception that the
         * listener throws fails the load until it is done; one that comes later goes to the uncaught exception handler of the
         * calling thread, and the report is returned.
         *
         * @param listener told of events, {@code statement: } and each statement of the plan that is carried out among them,
         *     and of progress: bytes handed over so far, never fewer than before, all of them at the end
         * @return what was done
         * @throws io.lava4j.core.error.JobFailedException if the load failed; the table is as the mode promises
         * @throws io.lava4j.core.error.CancelledException if the thread was interrupted; the same promise holds
         */
        Report run(Listener listener);

        /** Ends the session. Called once, run or not. */
        @Override
        void close();
    }

    /**
     * How a load will be done.
     *
     * @param schema the target schema as the database names it
     * @param table the target table as the database names it
     * @param path {@code client} or {@code server}
     * @param reason why this path
     * @param statements the exact SQL, in order; the load statement once for each object. At least one: a store without SQL
     *     says in words what it does, such as {@code append to orders.csv}
     * @param notes what it does to rows that the job does not name, such as those of other tables, and what else is to be
     *     known, as sentences; {@link Prepared#run} tells them as events
     */
    record Plan(String schema, String table, String path, String reason, List<String> statements, List<String> notes) {
        /** Copies the lists. */
        public Plan {
            statements = List.copyOf(statements);
            notes = List.copyOf(notes);
        }

        /**
         * A plan with nothing to note.
         *
         * @param schema the target schema as the database names it
         * @param table the target table as the database names it
         * @param path {@code client} or {@code server}
         * @param reason why this path
         * @param statements the exact SQL, in order; the load statement once for each object
         */
        public Plan(String schema, String table, String path, String reason, List<String> statements) {
            this(schema, table, path, reason, statements, List.of());
        }
    }

    /**
     * What a load has done.
     *
     * @param rows rows that the load put into the table
     * @param skipped rows of the data that were left out, as the job allowed
     * @param deleted rows that were deleted, or replaced
     * @param warnings warnings of the server that the job allowed
     */
    record Report(long rows, long skipped, long deleted, long warnings) {}
}
