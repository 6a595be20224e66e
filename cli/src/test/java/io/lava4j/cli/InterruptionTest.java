package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptionTest {

    private static final String STOPPING = "lava: stopping; what was not finished is being undone\n";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aSignalInterruptsTheWorkAndWaitsForItsEnd() throws InterruptedException {
        Interruption interruption = new Interruption(err, Duration.ofSeconds(10));
        Thread signal = new Thread(interruption::stop);
        boolean interrupted = interruption.during(() -> {
            signal.start();
            return endsInterrupted();
        });
        signal.join();
        assertTrue(interrupted);
        assertEquals(STOPPING, text());
    }

    @Test
    void workThatDoesNotEndIsGivenUp() {
        Interruption interruption = new Interruption(err, Duration.ZERO);
        CompletableFuture.runAsync(interruption::stop).join();
        assertTrue(Thread.interrupted());
        assertEquals(STOPPING + "lava: gave up waiting after 0.0 s; the server undoes the rest\n", text());
    }

    private static boolean endsInterrupted() {
        try {
            return new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        } catch (InterruptedException expected) {
            return true;
        }
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
