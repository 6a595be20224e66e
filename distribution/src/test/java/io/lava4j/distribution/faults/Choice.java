package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which trials are made: all, those whose names fit a pattern, or a few by a seed.
 */
record Choice(String wanted, long seed) {

    private static final String ALL = "all";
    private static final long USUAL_SEED = 1;

    /** By the system properties {@code lava4j.faults} and {@code lava4j.faults.seed}. */
    static Choice made() {
        return new Choice(System.getProperty("lava4j.faults", ""), Long.getLong("lava4j.faults.seed", USUAL_SEED));
    }

    /** Fewer where other tests run beside them. */
    int atOnce() {
        return wanted.isEmpty() ? 6 : 12;
    }

    List<Trial> of(List<Trial> all) {
        List<Trial> shuffled = new ArrayList<>(all);
        // Those that wait among those that work, and servers that one trial at a time may have apart.
        Collections.shuffle(shuffled, new Random(seed));
        if (wanted.isEmpty()) {
            return Few.of(shuffled);
        }
        return shuffled.stream().filter(this::isWanted).toList();
    }

    private boolean isWanted(Trial trial) {
        return wanted.equals(ALL) || trial.name().matches(wanted);
    }

    /** Tells of one where there is somebody who watches. */
    void hear(Verdict verdict) {
        if (!wanted.isEmpty()) {
            System.out.println(verdict);
        }
    }

    /** Tells how many were survived, and keeps it where all were tried. */
    void conclude(List<Verdict> verdicts) {
        if (!wanted.isEmpty()) {
            System.out.print(Tally.of(verdicts));
        }
        if (wanted.equals(ALL)) {
            Tally.document(Tally.of(verdicts));
        }
    }

    @Override
    public String toString() {
        return "with -Dlava4j.faults.seed=" + seed + ", or one trial alone with -Dlava4j.faults=<its name>";
    }
}
