package io.lava4j.core.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the version of a module of ours that tell which plugins run on it.
 *
 * @param major until it is 1, each minor version may break plugins
 * @param minor from 1.0 on, a later one has all that an earlier one has
 */
record SpiVersion(int major, int minor) {

    private static final Pattern PARTS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(\\D.*)?");

    /** Empty for what does not begin with two numbers. */
    static Optional<SpiVersion> of(String version) {
        Matcher parts = PARTS.matcher(version);
        return parts.matches()
                ? Optional.of(new SpiVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Whether what was compiled for another version runs on this one. */
    boolean runs(SpiVersion other) {
        return major == other.major && (major == 0 ? minor == other.minor : minor >= other.minor);
    }

    /** What {@link #runs}, for messages. */
    String range() {
        return major == 0 || minor == 0 ? major + "." + minor : major + ".0 to " + major + "." + minor;
    }
}
