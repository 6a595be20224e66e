package io.lava4j.sandbox.aurora;

/** What becomes of one statement. */
sealed interface Verdict {
    /** It goes on, byte by byte as it came. */
    record Pass() implements Verdict {}

    /** Another one goes on in its place; the client sees that one's result. */
    record Replaced(String sql) implements Verdict {}

    /** The client gets an error, the server behind gets nothing. */
    record Refused(int code, String sqlState, String message) implements Verdict {}
}
