package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks at what a load has left, runs the job once more with nothing in its way, and looks again. */
final class Inspection {

    private static final long PATIENCE_SECONDS = 15;

    /** What must be gone at once, on a machine that has much else to do. */
    private static final long AT_ONCE_SECONDS = 60;

    private static final long NEXT_RUN_SECONDS = 120;
    private static final String LEFT_OVER = "LEFT OVER";

    private final Laboratory laboratory;
    private final Site site;
    private final Answer answer;
    private final List<String> faults = new ArrayList<>();
    private boolean silent;
    private boolean tidy;
    private boolean twice;
    private Supplier<List<String>> leftFiles = List::of;

    Inspection(Laboratory laboratory, Site site, Answer answer) {
        this.laboratory = laboratory;
        this.site = site;
        this.answer = answer;
    }

    /** The server was not told that the load's session has gone: where it has no lock it may rest there, until its wait_timeout. */
    Inspection silent() {
        silent = true;
        return this;
    }

    /** Lava has lived on, and was told of the fault: it leaves nothing for the next run to end. */
    void tidy() {
        tidy = true;
    }

    /** What the next run is to clear away of a process that was killed. */
    Inspection clearedAway(Supplier<List<String>> files) {
        leftFiles = files;
        return this;
    }

    /** The load has succeeded twice already. */
    void twice() {
        twice = true;
    }

    void require(boolean condition, String otherwise) {
        if (!condition) {
            faults.add(otherwise);
        }
    }

    /** All of it, and what came of it; the site is gone then. */
    Verdict verdict(Trial trial, long start) {
        runAgain(firstLook());
        require(leftFiles.get().isEmpty(), "files are left that the next run does not clear: " + leftFiles.get());
        if (!faults.isEmpty()) {
            faults.add("said: " + answer);
        }
        site.clear();
        return new Verdict(trial.name(), trial.kind(), told(), faults, (System.nanoTime() - start) / 1e9);
    }

    String told() {
        if (answer.isNone()) {
            return "nothing";
        }
        if (answer.saysUnknown()) {
            return "unknown";
        }
        return answer.saysDone() ? "done" : "not done";
    }

    private boolean firstLook() {
        if (!await(this::isClear) && tidy) {
            faults.add("after the fault: " + leftAtServer());
        }
        Map<String, String> all = site.tables();
        Map<String, String> tables = named(all);
        boolean loaded = tables.equals(names(twice ? site.way().repeated(true) : site.way().after));
        if (!loaded && !tables.equals(names(site.way().before))) {
            faults.add("neither old nor new: " + all);
        }
        if (!answer.isNone()) {
            compare(loaded, all);
        }
        return loaded;
    }

    private void compare(boolean loaded, Map<String, String> all) {
        require(!answer.saysUnknown(), "told as unknown, where it can be looked up");
        require(answer.saysDone() == loaded, "told otherwise than it is: " + all);
        require(!all.containsValue(LEFT_OVER) || answer.tellsLeftOver(), "left over and not told: " + all);
    }

    private void runAgain(boolean loaded) {
        laboratory.front().heal(site.bucket());
        site.restoreObject();
        Answer again = nextRun();
        boolean accepted = !loaded || site.way().mayBeRepeated();
        require(
                accepted == again.saysDone() && !again.saysUnknown(),
                "the next run " + (accepted ? "fails" : "is accepted") + ": " + again);
        Map<String, String> tables = site.tables();
        require(
                tables.equals(names(accepted && !twice ? site.way().repeated(loaded) : site.way().after)),
                "after the next run: " + tables);
        require(await(this::isClear), "after the next run: " + leftAtServer());
    }

    private boolean isClear() {
        List<List<String>> sessions = site.sessions();
        boolean rests = silent && sessions.size() == 1 && sessions.get(0).get(1).equals("Sleep");
        return (sessions.isEmpty() || rests) && site.isUnlocked();
    }

    private String leftAtServer() {
        return "sessions " + site.sessions() + ", lock free: " + site.isUnlocked();
    }

    private Answer nextRun() {
        AtomicReference<Answer> again = new AtomicReference<>(Answer.NONE);
        Thread run = new Thread(() -> again.set(Answer.of(site.run(site.served().port()))));
        run.start();
        try {
            run.join(TimeUnit.SECONDS.toMillis(NEXT_RUN_SECONDS));
            if (run.isAlive()) {
                faults.add("the next run waits for " + NEXT_RUN_SECONDS + " s: " + leftAtServer());
                run.interrupt();
                run.join();
            }
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        return again.get();
    }

    private static Map<String, String> named(Map<String, String> all) {
        Map<String, String> tables = new TreeMap<>(all);
        tables.values().removeIf(LEFT_OVER::equals);
        return tables;
    }

    private static Map<String, String> names(Map<String, Content> tables) {
        Map<String, String> names = new TreeMap<>();
        tables.forEach((table, content) -> names.put(table, content.name()));
        return names;
    }

    private boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(tidy ? AT_ONCE_SECONDS : PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return true;
    }
}
