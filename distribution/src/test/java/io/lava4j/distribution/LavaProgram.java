package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An installed lava, started as a user starts it, on the JDK that the tests are about. */
record LavaProgram(Path executable, Map<String, String> environment) {

    private static final int MINUTES = 10;

    /** A program that ends at once is over before the second compiler's work pays. */
    static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1";

    /** The assembly. */
    static Path home() {
        return Path.of(System.getProperty("lava4j.home"));
    }

    /** The JDK that lava runs on. */
    static Path java() {
        String named = System.getProperty("lava4j.test.java", "");
        return Path.of(named.isEmpty() ? System.getProperty("java.home") : named);
    }

    /** The first part of that JDK's version. */
    static int major() {
        try {
            Matcher version =
                    Pattern.compile("JAVA_VERSION=\"([0-9]+)").matcher(Files.readString(java().resolve("release")));
            assertTrue(version.find(), "no version in " + java());
            return Integer.parseInt(version.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The assembly's, with nothing of the tests' own environment but the path. */
    static LavaProgram assembled() {
        return installed(home());
    }

    static LavaProgram installed(Path home) {
        Map<String, String> environment =
                Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", java().toString(), "LAVA_JAVA_OPTS", JAVA_OPTIONS);
        return new LavaProgram(home.resolve("bin/lava"), environment);
    }

    /** With options for its Java. */
    LavaProgram withJava(String options) {
        return with(Map.of("LAVA_JAVA_OPTS", JAVA_OPTIONS + " " + options));
    }

    LavaProgram with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new LavaProgram(executable, all);
    }

    Ended run(Object... arguments) {
        try (Running running = start(arguments)) {
            return running.end();
        }
    }

    /** The classes that a command loads, as Java logs them; bin/lava would silence the log. */
    String loadedBy(Path log, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("-Xlog:class+load:file=" + log, "-p", home().resolve("lib")));
        all.addAll(List.of("-m", "io.lava4j.cli/io.lava4j.cli.Main"));
        all.addAll(List.of(arguments));
        Ended ended = new LavaProgram(java().resolve("bin/java"), environment).run(all.toArray());
        assertEquals(0, ended.status(), ended.err());
        return Sources.text(log);
    }

    Running start(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Path directory = Files.createTempDirectory("lava-run-");
            Path out = directory.resolve("out");
            Path err = directory.resolve("err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
            builder.redirectError(err.toFile()).environment().clear();
            builder.environment().putAll(environment);
            return new Running(builder.start(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that has been started; what it says goes to files, so that it never waits for a reader. */
    record Running(Process process, Path directory) implements AutoCloseable {

        /** SIGTERM. */
        void terminate() {
            process.destroy();
        }

        Ended end() {
            try {
                assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "lava did not end");
                Ended result = new Ended(process.exitValue(), text("out"), text("err"));
                Files.delete(directory);
                return result;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What it has said, to explain a failed test. */
        String soFar() {
            try {
                return "\n" + (process.isAlive() ? "still running" : "ended with " + process.exitValue()) + "\n"
                        + Files.readString(directory.resolve("out")) + Files.readString(directory.resolve("err"));
            } catch (IOException e) {
                return "\n" + e;
            }
        }

        /** Leaves no process behind when a test fails. */
        @Override
        public void close() {
            process.destroyForcibly();
        }

        private String text(String name) throws IOException {
            String text = Files.readString(directory.resolve(name));
            Files.delete(directory.resolve(name));
            return text;
        }
    }

    /** What a command said and how it ended. */
    record Ended(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }
}
