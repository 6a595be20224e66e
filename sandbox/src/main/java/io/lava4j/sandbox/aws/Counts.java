package io.lava4j.sandbox.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each operation was asked for each name. */
final class Counts {
    private final Map<Asked, Integer> counts = new ConcurrentHashMap<>();

    void add(String operation, String name) {
        counts.merge(new Asked(operation, name), 1, Integer::sum);
    }

    int of(String operation, String name) {
        return counts.getOrDefault(new Asked(operation, name), 0);
    }

    private record Asked(String operation, String name) {}
}
