package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** What becomes of one statement. */
sealed interface Verdict {
    /** It goes on, byte by byte as it came. */
    record Pass() implements Verdict {}

    /** Another one goes on in its place; the client sees that one's result. */
    record Replaced(String sql) implements Verdict {}

    /**
     * The same with one that gives no rows: its whole answer is one packet.
     *
     * @param afterwards told how it ended
     */
    record Awaited(String sql, Afterwards afterwards) implements Verdict {}

    /** The client gets an error, the server behind gets nothing. */
    record Refused(int code, String sqlState, String message) implements Verdict {}

    /** Whoever replaced a statement and has something left to do. */
    interface Afterwards {
        /**
         * Called once, by the relay: before the answer goes to the client, so that the client finds everything done; or
         * when the session ends without an answer.
         *
         * @param succeeded whether there was an answer and it is no error
         */
        void ended(boolean succeeded) throws IOException;
    }
}
