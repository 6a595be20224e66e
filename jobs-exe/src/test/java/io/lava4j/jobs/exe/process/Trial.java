package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Real programs that run in a directory. A pipe that is their stdout tells of their end: all that hold it open have ended
 * when there is no more to read.
 */
final class Trial {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private Tools tools = Tools.found();
    private Duration limit = Duration.ofMinutes(5);
    private Runnable meanwhile = () -> {};

    Trial(Path directory) {
        this.directory = directory;
    }

    Trial limit(Duration other) {
        limit = other;
        return this;
    }

    /** In the environment of every program. */
    Trial with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** As on a machine without setsid. */
    Trial withoutSetsid() {
        tools = new Tools(Optional.empty(), "", tools.sleep());
        return this;
    }

    /** As on a machine whose setsid cannot wait. */
    Trial withoutWaitingSetsid() {
        tools = new Tools(tools.setsid(), "", tools.sleep());
        return this;
    }

    /** What gives a session. */
    Trial setsid(String script) throws IOException {
        tools = new Tools(Optional.of(program("session", script)), tools.options(), tools.sleep());
        return this;
    }

    /** What the supervising script does in the place of resting for a tenth of a second. */
    Trial rests(String script) throws IOException {
        Path program = program("rest", script);
        tools = new Tools(tools.setsid(), tools.options(), program);
        return this;
    }

    /** So that the grace of a program that is stopped is much longer than what it takes. */
    Trial restsLong() throws IOException {
        return rests("exec /bin/sleep 0.4");
    }

    Ending sh(String script) throws IOException {
        return run(List.of("/bin/sh", "-c", script), output());
    }

    Ending run(List<String> words, Output output) {
        return run(words, Map.of(), output);
    }

    Ending run(List<String> words, Map<String, String> more, Output output) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        Supervised program = new Supervised(new Command(words, directory, all, limit), output, tools);
        meanwhile.run();
        return program.run();
    }

    /** Comes back when all that hold the pipe have ended. */
    Ending piped(String script) throws Exception {
        return piped(List.of("/bin/sh", "-c", script));
    }

    Ending piped(List<String> words) throws Exception {
        return piped(words, output());
    }

    Ending piped(List<String> words, KeptOutput output) throws Exception {
        Path pipe = pipe(output);
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return run(words, output);
        } finally {
            try {
                awaitEnd(reader);
            } finally {
                reader.destroyForcibly();
            }
        }
    }

    KeptOutput output() throws IOException {
        return new KeptOutput(Files.createTempDirectory(directory, "output"));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Interrupts this thread when a program has made a file of this name. */
    void interruptAt(String name) {
        Thread runner = Thread.currentThread();
        Thread stopper = new Thread(() -> {
            while (!Files.exists(file(name))) {
                LockSupport.parkNanos(1_000_000);
            }
            runner.interrupt();
        });
        stopper.setDaemon(true);
        stopper.start();
    }

    /** Interrupts this thread so long after a program is about to start; at 0, just before. */
    void interruptAfter(long millis) {
        Thread runner = Thread.currentThread();
        Executor delayed = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        meanwhile = millis == 0 ? runner::interrupt : () -> delayed.execute(runner::interrupt);
    }

    private Path program(String name, String script) throws IOException {
        Path program = Files.writeString(file(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    /** Where it is as stdout. */
    private static Path pipe(KeptOutput output) throws IOException, InterruptedException {
        Path pipe = output.files().get("stdout");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    /** Whoever has interrupted this thread. */
    private static void awaitEnd(Process reader) throws Exception {
        boolean interrupted = Thread.interrupted();
        assertTrue(reader.waitFor(5, TimeUnit.MINUTES), "all that hold the pipe have ended");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
