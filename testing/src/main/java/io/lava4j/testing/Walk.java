package io.lava4j.testing;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Connector.Grade;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Takes the steps of a check as core does, and keeps what they found. */
public final class Walk implements Connector.Checkup {

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, String> statements = new LinkedHashMap<>();

    /** Begins one in which all that core walks before was well. */
    public Walk() {}

    /**
     * Walks along a connector's way, and closes it.
     *
     * @param connector one that is {@link io.lava4j.core.spi.Connector.Checkable}
     * @param table the table to look at; empty for whatever a job may fill
     * @return the walk
     */
    public static Walk along(Connector connector, Optional<String> table) {
        Walk walk = new Walk();
        try (connector) {
            ((Connector.Checkable) connector).check(table, walk);
        }
        return walk;
    }

    @Override
    public void step(String name, List<String> needs, Callable<Finding> step) {
        if (needs.stream().anyMatch(this::isLacking)) {
            skipped.add(name);
        } else {
            found.put(name, finding(name, step));
        }
    }

    @Override
    public void statement(String title, String text) {
        statements.put(title, text);
    }

    /**
     * What a step found.
     *
     * @param step its name
     * @return the finding
     * @throws AssertionError if it was not taken
     */
    public Finding found(String step) {
        return Optional.ofNullable(found.get(step))
                .orElseThrow(() -> new AssertionError("step '" + step + "' was not taken: " + this));
    }

    /**
     * The steps that ended in one way.
     *
     * @param grade the way
     * @return their names, in order
     */
    public List<String> steps(Grade grade) {
        return found.entrySet().stream()
                .filter(step -> step.getValue().grade() == grade)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The steps that were not taken, for what they need.
     *
     * @return their names, in order
     */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /**
     * What was kept for whoever sets things up.
     *
     * @return title to text
     */
    public Map<String, String> statements() {
        return Map.copyOf(statements);
    }

    /** All that was told. */
    @Override
    public String toString() {
        return found + ", skipped " + skipped + ", " + statements;
    }

    private boolean isLacking(String need) {
        return skipped.contains(need)
                || found.containsKey(need) && found.get(need).grade() == Grade.FAILED;
    }

    private static Finding finding(String name, Callable<Finding> step) {
        try {
            return step.call();
        } catch (LavaException | SQLException failed) {
            return Finding.failed(String.valueOf(failed.getMessage()), "");
        } catch (Exception defect) {
            throw new AssertionError("step '" + name + "' ended in what is no error of ours: " + defect, defect);
        }
    }
}
