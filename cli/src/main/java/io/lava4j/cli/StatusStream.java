package io.lava4j.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A stream that may end in a status: one line that is rewritten in place, and cleared before anything else is written by
 * anyone. Without a terminal there is no status.
 */
final class StatusStream extends FilterOutputStream {

    private static final String CLEAR = "\r\033[K";

    private final boolean terminal;
    private boolean shown;

    StatusStream(OutputStream out, boolean terminal) {
        super(out);
        this.terminal = terminal;
    }

    boolean terminal() {
        return terminal;
    }

    /** Shows a line that is narrower than the terminal in the place of the one before. */
    synchronized void show(String line) {
        if (!terminal) {
            return;
        }
        try {
            out.write((CLEAR + line).getBytes(StandardCharsets.UTF_8));
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
