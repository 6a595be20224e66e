package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** What becomes of the statements of one session before they reach the server behind. */
interface Statements {
    /**
     * Asked for each COM_QUERY; the relay is quiet meanwhile, so the session is free for use.
     *
     * @param sql the statement's bytes as UTF-8; where they are not, as ISO-8859-1, so that none is lost. A statement
     *     that replaces it is sent in the same encoding.
     */
    Verdict judge(String sql, Backend session) throws IOException;

    /** The same for each COM_STMT_PREPARE; never {@link Verdict.Awaited}. */
    default Verdict judgePrepared(String sql, Backend session) throws IOException {
        return new Verdict.Pass();
    }
}
