package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void aMissingTerminatorIsAddedHoweverTheBytesArrive() throws IOException {
        for (int piece = 1; piece < 9; piece++) {
            assertEquals("a\r\nb\r\n", completed("a\r\nb\r\n", piece));
            assertEquals("a\r\nb\r\n", completed("a\r\nb", piece));
            assertEquals("a\r\nb\n\r\n", completed("a\r\nb\n", piece));
            assertEquals("a\r\r\n", completed("a\r", piece));
            assertEquals("\r\n", completed("\r\n", piece));
            assertEquals("\n\r\n", completed("\n", piece));
            assertEquals("", completed("", piece));
        }
    }

    @Test
    void aReadOfNothingNeverReachesTheDriver() throws IOException {
        InputStream hesitant = new ByteArrayInputStream("ab".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return 0;
            }
        };
        HandedStream handed = new HandedStream(hesitant, new Pulse(), () -> {});
        byte[] buffer = new byte[10];

        assertEquals(1, handed.read(buffer, 0, 10));
        assertEquals('a', buffer[0]);
        assertEquals(1, handed.read(buffer, 0, 10));
        assertEquals(-1, handed.read(buffer, 0, 10));
    }

    @Test
    void anyThrowableEndsTheSessionBeforeTheDriverHearsOfIt() {
        List<String> order = new ArrayList<>();
        Error failure = new StackOverflowError("deep");
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw failure;
            }
        };
        HandedStream handed = new HandedStream(broken, new Pulse(), () -> order.add("aborted"));

        IOException told = assertThrows(IOException.class, () -> handed.read(new byte[10], 0, 10));

        assertEquals(List.of("aborted"), order);
        assertEquals(failure, told.getCause());
        assertEquals(failure, handed.failure().orElseThrow());
    }

    @Test
    void aPulseTellsWhatIsAwaited() {
        Pulse pulse = new Pulse();

        pulse.waitsForData();
        assertTrue(pulse.isDataAwaited());
        pulse.waitsForServer();
        assertTrue(!pulse.isDataAwaited());
    }

    @Test
    void dataOnItsWayIsASignOfLifeOfWhoWaitsForDataAlone() {
        Pulse pulse = new Pulse();

        pulse.waitsForData();
        long moved = later();
        pulse.dataMoves();
        assertTrue(pulse.still().toNanos() <= System.nanoTime() - moved);

        pulse.waitsForServer();
        long asked = System.nanoTime();
        long looked = later();
        pulse.dataMoves();
        assertTrue(pulse.still().toNanos() >= looked - asked);
    }

    /** A moment that no clock takes for the one before. */
    private static long later() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 5_000_000) {
            Thread.onSpinWait();
        }
        return System.nanoTime();
    }

    private static String completed(String text, int piece) throws IOException {
        InputStream object = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        TerminatedStream complete = new TerminatedStream(object, "\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[piece];
        for (int count = complete.read(buffer, 0, piece); count >= 0; count = complete.read(buffer, 0, piece)) {
            read.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
        return read.toString();
    }
}
