package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A directory with one job, {@code nightly}, its script, and a place where that leaves word.
 *
 * @param specs the directory
 * @param environment what lava needs beside it
 */
record ProgramJob(Path specs, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Of type exe. Objects come from the directory too. */
    static ProgramJob local(Path specs, String script) throws IOException {
        return in(specs, "s3://lava/payloads", "s3://lava/temp")
                .write("objects/lava/payloads/run.sh", "#!/bin/sh\n" + script + "\n");
    }

    static ProgramJob in(Path specs, String payloads, String temp) throws IOException {
        return new ProgramJob(specs, Map.of())
                .write("realm.yaml", "realm: dev\ns3_payloads: " + payloads + "\ns3_temp: " + temp + "\n")
                .job("type: exe\npayload: run.sh\n");
    }

    /** A local one that has a place's connection. */
    static ProgramJob connected(Workplace place, String script) throws IOException {
        return new ProgramJob(place.specs(), place.sandbox().environment())
                .write("realm.yaml", "realm: dev\ns3_payloads: s3://lava/payloads\ns3_temp: s3://lava/temp\n")
                .write("objects/lava/payloads/run.sh", "#!/bin/sh\n" + script + "\n")
                .job("type: exe\npayload: run.sh\nparameters: {connections: {dwh: dwh}}\n");
    }

    /** The same as a package. */
    ProgramJob packed() throws IOException {
        Path script = specs.resolve("objects/lava/payloads/run.sh");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(script.resolveSibling("run.zip")))) {
            zip.putNextEntry(new ZipEntry("bin/run.sh"));
            Files.copy(script, zip);
        }
        return job("type: pkg\npayload: run.zip\nparameters: {command: bin/run.sh, connections: {dwh: dwh}}\n");
    }

    /** Its private directories are beside nobody else's, so that no other lava sweeps what one leaves. */
    LavaProgram lava() throws IOException {
        return lava("");
    }

    /** With more options for its Java. */
    LavaProgram lava(String options) throws IOException {
        Path temporary = Files.createDirectories(temporary());
        return LavaProgram.assembled()
                .withJava("-Djava.io.tmpdir=" + temporary + " " + options)
                .with(environment)
                .with(Map.of("LAVA_SPECS", specs.toString()));
    }

    Path temporary() {
        return specs.resolve("tmp");
    }

    /** The private directories that are there. */
    List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(temporary())) {
            return left.toList();
        }
    }

    Running start(Object... more) throws IOException {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "run";
        arguments[1] = "nightly";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return lava().start(arguments);
    }

    /**
     * As from a terminal: whatever signals the tests were started to ignore, lava does not.
     *
     * @param more how the shell's line ends
     */
    Running startAttentive(String more) throws IOException {
        return shell("exec env --default-signal=INT,TERM \"$LAVA\" run nightly " + more);
    }

    /** A script that finds lava's path in {@code $LAVA}. */
    Running shell(String script) throws IOException {
        Path wrapper = specs.resolve("wrapper");
        Files.writeString(wrapper, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
        String lava = lava().executable().toAbsolutePath().toString();
        return new LavaProgram(wrapper, lava().with(Map.of("LAVA", lava)).environment()).start();
    }

    /** What the script has put into a file of this name, in one go. */
    String word(String name, Running run) throws IOException {
        await(() -> Files.exists(specs.resolve(name)), name, run);
        return Files.readString(specs.resolve(name)).strip();
    }

    /** Lets the script go on that waits for such a file. */
    void give(String name) throws IOException {
        Files.createFile(specs.resolve(name));
    }

    static void awaitEnd(String pid, Running run) {
        await(() -> !isRunning(pid), "end of " + pid, run);
    }

    /** One that has ended, and whose parent has not asked for it, runs no more. */
    static boolean isRunning(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void await(BooleanSupplier done, String what, Running run) {
        Instant end = Instant.now().plus(LIMIT);
        while (!done.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), () -> "not in time: " + what + run.soFar());
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ProgramJob job(String fields) throws IOException {
        return write("jobs/nightly.yaml", "job_id: nightly\nenabled: true\n" + fields);
    }

    private ProgramJob write(String name, String text) throws IOException {
        Path file = specs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }
}
