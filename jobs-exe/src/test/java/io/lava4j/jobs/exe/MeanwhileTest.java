package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void givesWhatTheWorkGives() {
        try (Meanwhile<Integer> work = Meanwhile.begin("work", () -> 42)) {
            assertEquals(42, work.result());
        }
    }

    @Test
    void throwsWhatTheWorkThrows() {
        JobFailedException missing = new JobFailedException("there is none");
        try (Meanwhile<Integer> work = Meanwhile.begin("work", () -> {
            throw missing;
        })) {
            assertSame(missing, assertThrows(JobFailedException.class, work::result));
        }
    }

    @Test
    void whenClosedTheWorkIsOver() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Meanwhile<Boolean> work = Meanwhile.begin("work", () -> {
            begun.countDown();
            boolean ended = endedByInterrupt();
            over.set(true);
            return ended;
        });
        begun.await();
        assertFalse(over.get());

        work.close();

        assertTrue(over.get());
    }

    @Test
    void anInterruptEndsTheWait() {
        try (Meanwhile<Boolean> work = Meanwhile.begin("work", this::endedByInterrupt)) {
            Thread.currentThread().interrupt();
            CancelledException cancelled = assertThrows(CancelledException.class, work::result);
            assertEquals("the job was interrupted while its payload was fetched", cancelled.getMessage());
        }
        assertTrue(Thread.interrupted(), "the interrupt is left for the caller");
    }

    private boolean endedByInterrupt() {
        try {
            never.await();
            return false;
        } catch (InterruptedException ended) {
            return true;
        }
    }
}
