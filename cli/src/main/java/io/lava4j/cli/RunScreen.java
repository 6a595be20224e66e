package io.lava4j.cli;

import io.lava4j.core.spi.Listener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Shows a run while it goes on. */
final class RunScreen implements Listener {

    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    /** Between two lines of a log. */
    private static final long LONG_PAUSE = Duration.ofMinutes(1).toNanos();

    private final Prose messages;
    private final StatusStream status;
    private volatile boolean events;
    private final Optional<PrintStream> programs;
    private final LongSupplier nanos;
    private long begun = -1;
    private long shown;

    /**
     * Makes a screen.
     *
     * @param messages where events go; and progress, now and then, where no status can be shown
     * @param status where progress goes
     * @param events whether events are shown
     * @param programs where the stdout of programs goes, if their output is shown; their stderr goes to where messages go
     * @param nanos a clock that never goes back
     */
    RunScreen(Prose messages, StatusStream status, boolean events, Optional<PrintStream> programs, LongSupplier nanos) {
        this.messages = messages;
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
            messages.say(sentence);
        }
    }

    @Override
    public synchronized void progress(long bytes, long total) {
        long now = nanos.getAsLong();
        boolean first = begun < 0;
        if (first) {
            begun = now;
            shown = now;
        }
        Progress progress = new Progress(bytes, total, Duration.ofNanos(now - begun));
        if (!status.rewrites()) {
            log(progress, now);
        } else if (first || bytes >= total || now - shown >= PAUSE) {
            shown = now;
            status.show(progress.line());
        }
    }

    /** The events around a load tell its beginning and its end. */
    private void log(Progress progress, long now) {
        if (events && now - shown >= LONG_PAUSE) {
            shown = now;
            messages.say(progress.line());
        }
    }

    @Override
    public boolean hearsOutput() {
        return programs.isPresent();
    }

    /** Both may be the same terminal. */
    @Override
    public synchronized void output(Channel channel, byte[] bytes) {
        status.hide();
        PrintStream target = channel == Channel.OUT ? programs.orElse(messages.to()) : messages.to();
        target.write(bytes, 0, bytes.length);
        target.flush();
    }
}
