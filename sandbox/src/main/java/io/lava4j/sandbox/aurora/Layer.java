package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection as bytes, with TLS or without. For one thread. */
interface Layer {
    /** How many bytes have come, 0 for none yet, -1 when the other side has ended; does not wait. */
    int read(ByteBuffer into) throws IOException;

    /** Waits until all of it is written. */
    void write(ByteBuffer from) throws IOException;

    /** Says that nothing more will be written. */
    void end() throws IOException;
}
