package io.lava4j.core;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A spec directory of a test, and the engine that reads it. */
final class Workspace {

    static final String CONNECTION =
            """
            conn_id: dwh
            type: sample
            enabled: true
            level: low
            host: db.example.com
            port: 3306
            user: loader
            password: /lava/dev/dwh
            """;

    final Path directory;
    final List<String> heard = new ArrayList<>();

    Workspace(Path directory) {
        this.directory = directory;
        write("realm.yaml", "realm: dev\n");
    }

    Path write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path secret(String name, String text) {
        try {
            return Files.setPosixFilePermissions(
                    write("secrets/" + name, text), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The job {@code load}, enabled, with these steps. */
    Path job(String... steps) {
        return write("jobs/load.yaml", "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n" + steps(steps));
    }

    static String steps(String... steps) {
        return Arrays.stream(steps)
                .map(step -> "    - \"" + step + "\"\n")
                .collect(Collectors.joining("", "  steps:\n", ""));
    }

    Lava.Builder builder() {
        return Lava.builder().specs(directory).listener(new Listener() {
            @Override
            public void event(String sentence) {
                heard.add(sentence);
            }

            @Override
            public void progress(long bytes, long total) {
                heard.add(bytes + " of " + total);
            }
        });
    }

    JobResult run(JobRequest request) {
        try (Lava lava = builder().build()) {
            return lava.run(request);
        }
    }

    /** Runs the job {@code load}. */
    JobResult run() {
        return run(JobRequest.job("load"));
    }

    /** Runs the job {@code load} with secrets of the caller's. */
    JobResult run(SecretStore secrets) {
        try (Lava lava = builder().secrets(secrets).build()) {
            return lava.run(JobRequest.job("load"));
        }
    }

    static List<?> events(JobResult result) {
        return (List<?>) result.fields().get("events");
    }

    static String error(JobResult result) {
        return (String) result.fields().getOrDefault("error", "no error: " + result.fields());
    }
}
