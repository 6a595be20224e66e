package io.lava4j.core.run;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Finding;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Takes the steps of one check, and tells each as it ends. Used by one thread. */
final class Steps implements Connector.Checkup {

    private final String subject;
    private final Consumer<StepOutcome> hearer;
    private final Map<String, String> lacking = new HashMap<>();
    private final List<StepOutcome> taken = new ArrayList<>();
    private final Map<String, String> statements = new LinkedHashMap<>();

    /**
     * Takes none yet.
     *
     * @param subject what is checked; messages of failures begin with it, which is said once here
     * @param hearer is told of each step
     */
    Steps(String subject, Consumer<StepOutcome> hearer) {
        this.subject = subject;
        this.hearer = hearer;
    }

    @Override
    public void step(String name, List<String> needs, Callable<Finding> step) {
        Optional<String> lack = needs.stream().filter(lacking::containsKey).findFirst();
        if (lack.isPresent()) {
            skip(name, "needs '" + lacking.get(lack.get()) + "'");
            return;
        }
        long begin = System.nanoTime();
        Finding finding = finding(step);
        ended(new StepOutcome(
                name,
                finding.grade().name().toLowerCase(Locale.ROOT),
                printable(finding.seen()),
                printable(finding.remedy()),
                Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** Tells of a step that is not taken. */
    void skip(String name, String why) {
        ended(new StepOutcome(name, "skipped", why, "", Duration.ZERO));
    }

    @Override
    public void statement(String title, String text) {
        statements.put(title, text);
    }

    /** Gives all steps so far a name, under which others may need them. */
    void gather(String name) {
        taken.stream().filter(step -> !step.isWell()).findFirst().ifPresent(step -> lacking.put(name, step.name()));
    }

    /** Whether a step ended well, if it was taken. */
    boolean isWell(String name) {
        return !lacking.containsKey(name);
    }

    boolean hasFailure() {
        return taken.stream().anyMatch(step -> step.status().equals("failed"));
    }

    List<StepOutcome> taken() {
        return List.copyOf(taken);
    }

    Map<String, String> statements() {
        return Collections.unmodifiableMap(statements);
    }

    private void ended(StepOutcome outcome) {
        if (!outcome.isWell()) {
            lacking.put(outcome.name(), outcome.name());
        }
        taken.add(outcome);
        hearer.accept(outcome);
    }

    private Finding finding(Callable<Finding> step) {
        try {
            return step.call();
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (LavaException | SQLException | IOException failed) {
            return failed(failed);
        } catch (Exception | LinkageError defect) {
            requireNotInterrupted(defect);
            return Finding.failed("a defect: " + defect, "report it, with what -v prints");
        }
    }

    private Finding failed(Exception failure) {
        requireNotInterrupted(failure);
        return Finding.failed(told(subject, message(failure)), "");
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** What a server said may hold characters that a terminal obeys. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n]]", "?");
    }

    /** What fails under an interrupt fails because of it. */
    private void requireNotInterrupted(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(subject + ": the check was interrupted", failure);
        }
    }

    /** A message without the subject that it begins with. */
    static String told(String subject, String message) {
        return message.startsWith(subject) ? message.substring(subject.length()).replaceFirst("^:? ", "") : message;
    }
}
