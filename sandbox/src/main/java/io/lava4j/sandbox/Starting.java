package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server's process from its start until it answers.
 *
 * @param subject the server's name, for errors
 * @param log where it writes
 */
record Starting(String subject, Process process, Path log, Processes processes) {
    private static final long LIMIT_SECONDS = 300;
    private static final long BETWEEN_QUESTIONS_MILLISECONDS = 50;

    static Starting of(String subject, List<String> command, Path log, Processes processes) {
        return new Starting(subject, processes.start(command, log), log, processes);
    }

    void await(BooleanSupplier ready) throws PortTaken {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!ready.getAsBoolean()) {
            if (Waiting.forEnd(process, BETWEEN_QUESTIONS_MILLISECONDS)) {
                throw failure(" ended while it started");
            }
            if (System.nanoTime() > deadline) {
                throw failure(" was not ready after " + LIMIT_SECONDS + " seconds");
            }
        }
    }

    private SandboxException failure(String what) throws PortTaken {
        processes.kill(process);
        ServerLog said = ServerLog.of(log);
        if (said.says("Address already in use") || said.says("was already in use")) {
            throw new PortTaken(subject);
        }
        return said.failure(subject + what);
    }
}
