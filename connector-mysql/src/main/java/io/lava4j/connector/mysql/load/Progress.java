package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;

/** How many bytes have been handed over, never fewer than before. Safe for use by several threads. */
final class Progress {

    private final Listener listener;
    private final long total;
    private long bytes;
    private long told = -1;

    Progress(Listener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** More have been. */
    synchronized void passed(long count) {
        bytes += count;
        if (bytes > told) {
            told = bytes;
            listener.progress(bytes, total);
        }
    }

    /** All of them again. */
    synchronized void beginAgain() {
        bytes = 0;
    }
}
