package io.lava4j.jobs.exe.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The first bytes of an output, as text. */
final class Beginning {

    static final int BYTES = 2000;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    synchronized void add(byte[] bytes) {
        kept.write(bytes, 0, Math.min(bytes.length, BYTES - kept.size()));
    }

    /** Whatever is no UTF-8 is a replacement character. */
    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
