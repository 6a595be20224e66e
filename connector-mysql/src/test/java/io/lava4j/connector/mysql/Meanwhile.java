package io.lava4j.connector.mysql;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Data in whose middle something else happens: the load is under way then, and waits for its next byte. */
final class Meanwhile extends FilterInputStream {

    private final Runnable event;
    private boolean happened;

    private Meanwhile(byte[] data, Runnable event) {
        super(new ByteArrayInputStream(data));
        this.event = event;
    }

    static Meanwhile of(String data, Runnable event) {
        return new Meanwhile(data.getBytes(StandardCharsets.UTF_8), event);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        if (!happened) {
            happened = true;
            event.run();
        }
        return count;
    }
}
