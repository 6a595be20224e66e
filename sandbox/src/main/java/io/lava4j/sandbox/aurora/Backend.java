package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The client's own session at the server behind, for statements whose results the client does not see. */
interface Backend {
    /**
     * The rows of one statement, none for one that gives no rows; SQL's NULL is the text {@code NULL}.
     *
     * @throws BackendException when the server answers with an error; the session is as good as before
     * @throws IOException when the session is lost
     */
    List<List<String>> query(String sql) throws IOException, BackendException;

    /** What the server behind does not know of the client's TLS, as its status names it; empty without. */
    Map<String, String> status();

    /** The name that the client logged in with. */
    String user();
}
