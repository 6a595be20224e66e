package io.lava4j.cli;

import io.lava4j.core.spi.Listener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Shows a run while it goes on. */
final class RunScreen implements Listener {

    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final PrintStream err;
    private final StatusStream status;
    private volatile boolean events;
    private final Optional<PrintStream> programs;
    private final LongSupplier nanos;
    private long begun = -1;
    private long shown;

    /**
     * Makes a screen.
     *
     * @param err where events go
     * @param status where progress goes
     * @param events whether events are shown
     * @param programs where the stdout of programs goes, if their output is shown; their stderr goes to {@code err}
     * @param nanos a clock that never goes back
     */
    RunScreen(
            PrintStream err, StatusStream status, boolean events, Optional<PrintStream> programs, LongSupplier nanos) {
        this.err = err;
        this.status = status;
        this.events = events;
        this.programs = programs;
        this.nanos = nanos;
    }

    /** Shows events from now on. */
    void showEvents() {
        events = true;
    }

    @Override
    public void event(String sentence) {
        if (events) {
            err.println(sentence);
        }
    }

    @Override
    public synchronized void progress(long bytes, long total) {
        long now = nanos.getAsLong();
        if (begun < 0) {
            begun = now;
        } else if (bytes < total && now - shown < PAUSE) {
            return;
        }
        shown = now;
        status.show(new Progress(bytes, total, Duration.ofNanos(now - begun)).line());
    }

    @Override
    public boolean hearsOutput() {
        return programs.isPresent();
    }

    /** Both may be the same terminal. */
    @Override
    public synchronized void output(Channel channel, byte[] bytes) {
        status.hide();
        PrintStream target = channel == Channel.OUT ? programs.orElse(err) : err;
        target.write(bytes, 0, bytes.length);
        target.flush();
    }
}
