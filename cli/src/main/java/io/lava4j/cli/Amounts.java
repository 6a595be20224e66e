package io.lava4j.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Amounts as people read them. */
final class Amounts {

    private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB", "PB", "EB");

    private Amounts() {}

    /** A number with its thousands set apart. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A size in powers of 1000, as specs have them. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double amount = bytes / 1_000.0;
        int unit = 0;
        while (amount >= 999.95 && unit < UNITS.size() - 1) {
            amount /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
    }

    /** A time to a tenth of a second; from a minute on to the second, from an hour on to the minute. */
    static String time(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        if (tenths < 600) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.round(time.toMillis() / 1_000.0);
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds % 3_600 / 60);
    }
}
