package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every process of one sandbox; none is left when this is closed, or when the JVM dies. */
final class Processes implements AutoCloseable {
    private static final Set<String> INHERITED = Set.of("PATH", "LD_LIBRARY_PATH", "LANG");

    private final Watcher watcher;
    private final Set<Process> running = new LinkedHashSet<>();
    private boolean closed;

    Processes(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Starts a program whose output goes to the log; its folder for temporary files is the log's. */
    synchronized Process start(List<String> command, Path log) {
        if (closed) {
            throw new SandboxException("The sandbox is closing: it starts no more processes");
        }
        Process process = launch(command, log);
        running.add(process);
        watcher.watch(process);
        return process;
    }

    /** Runs a program to its end. */
    void run(String subject, List<String> command, Path log) {
        Process process = start(command, log);
        int status = Waiting.forEnd(process);
        ended(process);
        if (status != 0) {
            throw ServerLog.of(log).failure(subject + " failed with status " + status);
        }
    }

    void kill(Process process) {
        process.destroyForcibly();
        // Not interruptible: whoever is interrupted while closing leaves nothing behind either.
        process.onExit().join();
        ended(process);
    }

    @Override
    public void close() {
        List<Process> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(running);
        }
        left.forEach(Process::destroyForcibly);
        left.forEach(this::kill);
    }

    private synchronized void ended(Process process) {
        if (running.remove(process)) {
            watcher.forget(process);
        }
    }

    private static Process launch(List<String> command, Path log) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().put("TMPDIR", log.getParent().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SandboxException("The program '" + command.get(0) + "' cannot be started: " + e.getMessage(), e);
        }
    }
}
