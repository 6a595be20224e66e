package io.lava4j.jobs.exe;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.core.spi.Listener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Specs and objects in a directory, and the engine that runs a job of them. */
final class Workplace {

    private static final String REALM =
            """
            realm: dev
            s3_payloads: s3://lava/payloads/
            s3_temp: s3://lava/temp
            s3_key: alias/dev
            """;

    private final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private boolean dev;

    Workplace(Path directory) {
        this.directory = directory;
        write("realm.yaml", REALM);
    }

    /** Hears the output of programs. */
    Workplace dev() {
        dev = true;
        return this;
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Workplace payload(String key, String text) {
        return payload(key, text.getBytes(StandardCharsets.UTF_8));
    }

    Workplace payload(String key, byte[] content) {
        write("objects/lava/payloads/" + key, content);
        return this;
    }

    /** The job {@code nightly}, enabled, with these lines of YAML behind. */
    Workplace job(String type, String... lines) {
        write(
                "jobs/nightly.yaml",
                "job_id: nightly\ntype: " + type + "\nenabled: true\n" + String.join("\n", lines) + "\n");
        return this;
    }

    /** A job that runs this script, with these lines of YAML behind. */
    Workplace script(String script, String... lines) {
        payload("run.sh", "#!/bin/sh\n" + script + "\n");
        return job(
                "exe",
                Stream.concat(Stream.of("payload: run.sh"), Stream.of(lines)).toArray(String[]::new));
    }

    JobResult run() {
        return run(JobRequest.job("nightly"));
    }

    JobResult run(JobRequest request) {
        try (Lava lava = builder().build()) {
            return lava.run(request);
        }
    }

    Lava.Builder builder() {
        return Lava.builder().specs(directory).listener(new Listener() {
            @Override
            public void event(String sentence) {
                events.add(sentence);
            }

            @Override
            public boolean hearsOutput() {
                return dev;
            }

            @Override
            public void output(Channel channel, byte[] bytes) {
                (channel == Channel.OUT ? out : err).writeBytes(bytes);
            }
        });
    }

    /** What was heard of stdout. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was heard of stderr. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> events() {
        return events;
    }

    /** What went to S3 of a run. */
    String kept(JobResult result, String name) {
        return text("objects/lava/temp/nightly/" + result.fields().get("run_id") + "/" + name);
    }

    boolean isKept(JobResult result, String name) {
        return Files.exists(
                directory.resolve("objects/lava/temp/nightly/" + result.fields().get("run_id") + "/" + name));
    }

    String text(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    static List<?> output(JobResult result) {
        return (List<?>) result.fields().getOrDefault("output", List.of());
    }

    static Map<?, ?> output(JobResult result, int index) {
        return (Map<?, ?>) output(result).get(index);
    }

    static String error(JobResult result) {
        return (String) result.fields().getOrDefault("error", "no error: " + result.fields());
    }
}
