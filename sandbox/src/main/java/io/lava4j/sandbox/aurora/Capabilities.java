package io.lava4j.sandbox.aurora;

/** The capability bits of the protocol that the relay looks at. */
final class Capabilities {
    static final int CONNECT_WITH_DATABASE = 1 << 3;
    static final int COMPRESS = 1 << 5;
    static final int PROTOCOL_41 = 1 << 9;
    static final int TLS = 1 << 11;
    static final int SECURE_CONNECTION = 1 << 15;
    static final int PLUGIN_AUTHENTICATION = 1 << 19;
    static final int CONNECTION_ATTRIBUTES = 1 << 20;
    static final int LENGTH_ENCODED_AUTHENTICATION = 1 << 21;
    static final int DEPRECATE_EOF = 1 << 24;
    static final int ZSTD = 1 << 26;
    static final int QUERY_ATTRIBUTES = 1 << 27;

    private final int bits;

    Capabilities(int bits) {
        this.bits = bits;
    }

    boolean has(int capability) {
        return (bits & capability) != 0;
    }
}
