package io.lava4j.sandbox.rogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** All that clients have sent, TLS taken off. Safe for use by many threads. */
final class Loot {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(byte[] sent) {
        bytes.writeBytes(sent);
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
