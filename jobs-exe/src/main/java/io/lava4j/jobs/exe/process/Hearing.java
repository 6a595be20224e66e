package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One stream of a program, handed on as it comes by a thread of its own. Nothing is lost of what is in the pipe when the
 * program has ended, however slow its reader is; what others who still hold the pipe may write later is not handed on.
 * So the thread looks how much is there, and never waits in a read that may not end.
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

    /** Waits until then, in the time of {@link System#nanoTime}, or until an interrupt; then nothing more is handed on. */
    void leave(long until) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, until - System.nanoTime());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        left = true;
    }

    private void handOn() {
        try {
            long pause = SHORTEST_PAUSE;
            while (!ended) {
                int there = stream.available();
                handOn(there);
                pause = there > 0 ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
                LockSupport.parkNanos(pause);
            }
            handOn(stream.available());
        } catch (IOException closed) {
            // There is no more.
        }
    }

    private void handOn(int count) throws IOException {
        int rest = count;
        while (rest > 0 && !left) {
            byte[] piece = stream.readNBytes(Math.min(AT_ONCE, rest));
            if (piece.length == 0) {
                return;
            }
            reader.accept(piece);
            rest -= piece.length;
        }
    }
}
