package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the trials for everyday: each fault, and a connection or a process lost at each point, at least once; grounds and
 * modes in turn.
 */
final class Few {

    /** So many of each kind: those of the first three, which may come at any point, are as many as there are points. */
    private static final Map<Kind, Integer> COUNTS = new EnumMap<>(Map.of(
            Kind.CONNECTION_RESET, 13,
            Kind.CONNECTION_SILENT, 6,
            Kind.LAVA_KILLED, 3,
            Kind.SERVER_KILLED, 1,
            Kind.S3_ONCE, 7,
            Kind.S3_FOR_GOOD, 4,
            Kind.DISK_FULL, 1,
            Kind.LOCKS, 2,
            Kind.SETTINGS, 3,
            Kind.COMPANY, 2));

    private final List<Trial> from;
    private final List<Trial> chosen = new ArrayList<>();
    private final Map<Object, Integer> used = new HashMap<>();

    private Few(List<Trial> from) {
        this.from = from;
    }

    /** Of all in any order, which stays: among those that are as rare, the first. */
    static List<Trial> of(List<Trial> all) {
        Few few = new Few(all.stream().filter(Few::isShort).toList());
        for (Kind kind : Kind.values()) {
            for (int count = 0; count < COUNTS.get(kind); count++) {
                few.choose(kind);
            }
        }
        return few.from.stream().filter(few.chosen::contains).toList();
    }

    /** A session that was silenced while it looked into the table may hold up the next run for minutes. */
    private static boolean isShort(Trial trial) {
        return trial.kind() != Kind.CONNECTION_SILENT || !trial.what().equals(Point.REHEARSAL.text);
    }

    private void choose(Kind kind) {
        Trial next = from.stream()
                .filter(trial -> trial.kind() == kind && !chosen.contains(trial))
                .min(Comparator.<Trial>comparingInt(trial -> uses(trial.what()))
                        .thenComparingInt(trial -> uses(List.of(kind, trial.ground())))
                        .thenComparingInt(trial -> uses(load(trial)))
                        .thenComparingInt(trial -> uses(trial.way())))
                .orElseThrow();
        chosen.add(next);
        List.of(next.what(), List.of(kind, next.ground()), load(next), next.way())
                .forEach(each -> used.merge(each, 1, Integer::sum));
    }

    private int uses(Object of) {
        return used.getOrDefault(of, 0);
    }

    private static Object load(Trial trial) {
        return List.of(trial.ground(), trial.way());
    }
}
