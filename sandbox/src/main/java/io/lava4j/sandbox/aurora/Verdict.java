package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** What becomes of one statement. */
sealed interface Verdict {
    /** It goes on, byte by byte as it came. */
    record Pass() implements Verdict {}

    /**
     * Another one goes on in its place; the client sees that one's result.
     *
     * @param afterwards told how it ended
     */
    record Replaced(String sql, Afterwards afterwards) implements Verdict {
        /** One whose end interests nobody. */
        Replaced(String sql) {
            this(sql, succeeded -> {});
        }
    }

    /** The client gets an error, the server behind gets nothing. */
    record Refused(int code, String sqlState, String message) implements Verdict {}

    /** Whoever replaced a statement and has something left to do. */
    interface Afterwards {
        /**
         * Called once for each replaced statement, by the relay: before the last packet of its answer goes to the client,
         * so that the client finds everything done; or when the session ends without an answer.
         *
         * @param succeeded whether the last packet is no error
         */
        void ended(boolean succeeded) throws IOException;
    }
}
