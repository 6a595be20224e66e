package io.lava4j.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A stream that may end in a status: one line that is rewritten in place, and cleared before anything else is written by
 * anyone. Where lines cannot be rewritten there is no status.
 */
final class StatusStream extends FilterOutputStream {

    private static final String CLEAR = "\r\033[J";

    /**
     * The terminal cuts the line where it ends; when it is made narrower meanwhile, and breaks the line, then behind the cursor,
     * where all is cleared.
     */
    private static final String UNWRAPPED = "\033[?7l%s\r\033[?7h";

    private final boolean rewrites;
    private boolean shown;

    /**
     * Wraps a stream.
     *
     * @param rewrites whether it leads to a terminal that can rewrite a line
     */
    StatusStream(OutputStream out, boolean rewrites) {
        super(out);
        this.rewrites = rewrites;
    }

    boolean rewrites() {
        return rewrites;
    }

    /** Shows a line in the place of the one before; what is too wide for the terminal is cut. */
    synchronized void show(String line) {
        if (!rewrites) {
            return;
        }
        try {
            out.write((CLEAR + UNWRAPPED.formatted(line)).getBytes(StandardCharsets.UTF_8));
            out.flush();
            shown = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For who writes to the terminal in another way: the status is gone until it is shown again. */
    synchronized void hide() {
        try {
            clear();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void write(int value) throws IOException {
        clear();
        out.write(value);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        clear();
        out.write(bytes, offset, length);
    }

    private void clear() throws IOException {
        if (shown) {
            shown = false;
            out.write(CLEAR.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
