package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

/** The same work past the stand-in and through it, each in a new database, with TLS or without. */
record BothWays(AuroraServer server, String sslMode) {
    /** What a test does and sees. */
    interface Work {
        List<?> on(Way way) throws Exception;
    }

    /** What is seen through the stand-in, when the same is seen past it. */
    List<?> same(Work work) throws Exception {
        List<?> past = work.on(way(server.behind().port()));
        List<?> through = work.on(way(server.port()));
        assertEquals(past, through);
        assertFalse(through.isEmpty(), "nothing was seen");
        return through;
    }

    private Way way(int port) {
        return new Way(server.behind().newDatabase(), port, "&sslMode=" + sslMode);
    }
}
