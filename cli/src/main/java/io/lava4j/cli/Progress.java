package io.lava4j.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a load has come.
 *
 * @param bytes handed over so far
 * @param total all there are
 * @param elapsed since the first of them
 */
record Progress(long bytes, long total, Duration elapsed) {

    /** Too little has been seen to say how fast it goes. */
    private static final Duration SHORT = Duration.ofMillis(500);

    /** One line of less than 80 columns. */
    String line() {
        String done =
                String.format(Locale.ROOT, "%s of %s, %d %%", Amounts.size(bytes), Amounts.size(total), percent());
        if (elapsed.compareTo(SHORT) < 0 || bytes == 0) {
            return done;
        }
        String rate = done + ", " + Amounts.size(perSecond()) + "/s";
        // All is handed over, and the server still works: there is no telling how long.
        return bytes >= total ? rate : rate + ", " + Amounts.time(left()) + " left";
    }

    private long percent() {
        return total == 0 ? 100 : (long) (100.0 * bytes / total);
    }

    private long perSecond() {
        return (long) (bytes / seconds());
    }

    private Duration left() {
        return Duration.ofMillis((long) (1_000 * (total - bytes) * seconds() / bytes));
    }

    private double seconds() {
        return elapsed.toMillis() / 1_000.0;
    }
}
