package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;

/** Where the server's answers go. */
interface Diversion {
    /** They come here from now on; the server must have nothing left to say to the client. */
    InputStream here() throws IOException;

    /** They go to the client again; what came here must have been read. */
    void toClient() throws IOException;
}
