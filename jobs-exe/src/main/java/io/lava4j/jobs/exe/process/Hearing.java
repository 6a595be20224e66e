package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One stream of a program, handed on as it comes by a thread of its own. Nothing is lost of what is in the pipe when the
 * program has ended, however slow its reader is; what others who still hold the pipe may write later is not waited for.
 * So the thread looks whether there is something, and never waits in a read that may not end.
 */
final class Hearing {

    private static final int AT_ONCE = 8192;
    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final InputStream stream;
    private final Consumer<byte[]> reader;
    private final Thread thread;
    private volatile boolean ended;
    private volatile boolean left;

    private Hearing(String name, InputStream stream, Consumer<byte[]> reader) {
        this.stream = stream;
        this.reader = reader;
        this.thread = new Thread(this::handOn, name);
        thread.setDaemon(true);
    }

    static Hearing of(String name, InputStream stream, Consumer<byte[]> reader) {
        Hearing hearing = new Hearing(name, stream, reader);
        hearing.thread.start();
        return hearing;
    }

    /** The program has ended: what it wrote is there. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    /** Waits until all that was there at the end has been taken. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Waits for no longer than that, or than an interrupt; then nothing more is handed on. */
    void leave(Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        left = true;
    }

    private void handOn() {
        try {
            while (!left && awaitMore()) {
                reader.accept(stream.readNBytes(Math.min(AT_ONCE, stream.available())));
            }
        } catch (IOException closed) {
            // There is no more.
        }
    }

    /** Whether there is more; looked for, once the end is known, for the last time. */
    private boolean awaitMore() throws IOException {
        boolean last = ended;
        long pause = SHORTEST_PAUSE;
        while (stream.available() == 0) {
            if (last) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            last = ended;
        }
        return true;
    }
}
