package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param trial its name
 * @param kind of fault, as it is counted
 * @param told what the answer said: done, not done, unknown, or nothing
 * @param faults what should not be; none where it was survived
 */
record Verdict(String trial, Kind kind, String told, List<String> faults, double seconds) {

    Verdict {
        faults = List.copyOf(faults);
    }

    boolean survived() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(List.of(String.format("%-90s %-8s %.1f s", trial, told, seconds)));
        faults.forEach(fault -> lines.add("    " + fault));
        return String.join("\n", lines);
    }
}
