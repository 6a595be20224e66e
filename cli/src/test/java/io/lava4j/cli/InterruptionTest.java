package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class InterruptionTest {

    private static final String STOPPING = "lava: stopping; what is not finished is being ended or undone\n";

    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aSignalInterruptsTheWorkAndWaitsForItsEnd() throws InterruptedException {
        Interruption interruption = new Interruption(err, Duration.ofMinutes(5), () -> {}, exits::add);
        Thread signal = new Thread(interruption::stop);
        int status = interruption.during(() -> interrupted(signal, 130), Integer::intValue, this::tell);
        signal.join();
        assertEquals(130, status);
        assertEquals(STOPPING + "ended with 130\n", text());
        assertEquals(List.of(), exits);
    }

    @Test
    void workThatIsDoneInSpiteOfASignalIsToldAsDone() throws InterruptedException {
        Interruption interruption = new Interruption(err, Duration.ofMinutes(5), () -> {}, exits::add);
        Thread signal = new Thread(interruption::stop);
        interruption.during(() -> interrupted(signal, 0), Integer::intValue, this::tell);
        signal.join();
        assertEquals(STOPPING + "ended with 0\nlava: the signal came too late; the work is done\n", text());
        assertEquals(List.of(0), exits);
    }

    @Test
    void workThatDoesNotEndIsGivenUp() {
        Interruption interruption = new Interruption(err, Duration.ZERO, () -> err.println("asked"));
        CompletableFuture.runAsync(interruption::stop).join();
        assertTrue(Thread.interrupted());
        assertEquals(
                STOPPING + "asked\nlava: gave up waiting after 0.0 s; it is not known how the job ended: look before it"
                        + " is run again\n",
                text());
    }

    /** A pager at its first page: neither the work nor the end of the process waits for it. */
    @Test
    void aReaderWhoTakesNothingKeepsNobody() throws IOException {
        PrintStream full = new PrintStream(new PipedOutputStream(new PipedInputStream(1)), true);
        CountDownLatch exited = new CountDownLatch(1);
        Interruption interruption = new Interruption(full, Duration.ofMinutes(5), () -> {}, exit -> {
            exits.add(exit);
            exited.countDown();
        });
        Thread signal = new Thread(interruption::stop);
        interruption.during(() -> interrupted(signal, 0), Integer::intValue, status -> await(exited));
        assertEquals(List.of(0), exits);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            throw new IllegalStateException(given);
        }
    }

    /** Works until the signal comes, and gives a status then. */
    private static int interrupted(Thread signal, int status) {
        signal.start();
        try {
            return new CountDownLatch(1).await(5, TimeUnit.MINUTES) ? 0 : 1;
        } catch (InterruptedException expected) {
            return status;
        }
    }

    private void tell(int status) {
        err.println("ended with " + status);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
