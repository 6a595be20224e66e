package io.lava4j.jobs.exe.process;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A program that runs under a small script of ours, which ends its session: when it has ended, when it is told to by the
 * end of a pipe, and so also when this process dies.
 */
public final class Supervised {

    /** Between SIGTERM and SIGKILL. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** How long the script itself may take beyond that, on a machine that is busy. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final String SCRIPT = script();

    private final Command command;
    private final Output output;
    private final Tools tools;
    private final Report report;

    /**
     * Starts nothing yet.
     *
     * @param command what to run
     * @param output where its output goes
     * @param tools what to run it with
     */
    public Supervised(Command command, Output output, Tools tools) {
        this.command = command;
        this.output = output;
        this.tools = tools;
        this.report = new Report(output.directory().resolve("report"));
    }

    /**
     * Runs the program to its end, and ends what it leaves.
     *
     * @return how it ended
     * @throws CancelledException if the thread is interrupted: the program has been ended then
     * @throws JobFailedException if it cannot be started
     */
    public Ending run() {
        Process supervisor = start();
        String fate = "was stopped before its end";
        try {
            try {
                output.begin(supervisor);
                Ending ending = ending(supervisor);
                fate = "had ended; the job was stopped while its output was still waiting to be read";
                output.await();
                return ending;
            } finally {
                // Also when it was no interrupt, such as when memory ran out: nothing runs on.
                stop(supervisor);
                output.leave();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException("program '" + command.words().get(0) + "' " + fate, stopped);
        }
    }

    private Ending ending(Process supervisor) throws InterruptedException {
        if (endsInTime(supervisor)) {
            return new Ending(report.status(!tools.options().isEmpty(), supervisor.exitValue()), false);
        }
        stop(supervisor);
        return new Ending(0, true);
    }

    /** What the script takes to end what the program has left is not the program's time. */
    private boolean endsInTime(Process supervisor) throws InterruptedException {
        return supervisor.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)
                || report.hasStatus() && supervisor.waitFor(GRACE.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    }

    private Process start() {
        List<String> words = new ArrayList<>();
        // Out of our own session, so that the signals of a terminal do not reach it.
        tools.setsid().ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(List.of("/bin/sh", "-c", SCRIPT, "lava"));
        words.add(tools.setsid().map(Object::toString).orElse(""));
        words.addAll(List.of(
                tools.options(),
                tools.sleep().toString(),
                Long.toString(GRACE.toMillis() / 100),
                report.file().toString()));
        words.addAll(command.words());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(command.directory().toFile());
        builder.environment().putAll(command.environment());
        output.direct(builder);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new JobFailedException(
                    "program '" + command.words().get(0) + "' cannot be started: " + failed.getMessage()
                            + "; check that this machine can run it",
                    failed);
        }
    }

    /** The script ends the session; who has left it is known for as long as its parents live. */
    private void stop(Process supervisor) {
        if (!supervisor.isAlive()) {
            return; // and so has the program: its number may be another's by now
        }
        Optional<Long> leader = leader(supervisor);
        Family family = Family.of(leader.or(() -> Optional.of(supervisor.pid())));
        close(supervisor);
        if (!endsWithin(supervisor, leader.isEmpty() ? GRACE : GRACE.plus(SLACK))) {
            // The program has emptied the report, perhaps before the script had read it.
            Family.of(Optional.of(supervisor.pid())).end(GRACE);
            supervisor.destroyForcibly();
        }
        family.end(GRACE);
    }

    /** A program that has just been started is waited for: whoever is ended before it is there cannot end it. */
    private Optional<Long> leader(Process supervisor) {
        long end = System.nanoTime() + GRACE.toNanos();
        Optional<Long> leader = report.leader();
        while (leader.isEmpty() && supervisor.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            leader = report.leader();
        }
        return leader;
    }

    private static void close(Process supervisor) {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException broken) {
            // It has ended already.
        }
    }

    /** Whatever interrupts this thread, that has been heard. */
    private static boolean endsWithin(Process supervisor, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return supervisor.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Its comments are for readers, not for the list of processes. */
    private static String script() {
        try (InputStream script = Supervised.class.getResourceAsStream("supervisor.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
