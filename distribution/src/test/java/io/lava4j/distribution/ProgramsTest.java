package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exe jobs as a person runs them. */
@ExtendWith(SandboxExtension.class)
class ProgramsTest {

    /** Says where it works, and what runs: itself and a program that it started. Both ignore what they can. */
    private static final String DEAF =
            """
            trap '' HUP INT TERM
            sleep 1000 &
            echo "$PWD $$ $!" >%1$s/word.new
            mv %1$s/word.new %1$s/word
            while :; do sleep 1; done""";

    @TempDir
    private Path specs;

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void aSignalEndsTheProgramAndAllThatItStarted(String signal, int status) throws Exception {
        ProgramJob job = ProgramJob.local(specs, DEAF.formatted(specs));
        try (Running run = job.startAttentive("")) {
            String[] word = job.word("word", run).split(" ");
            run.signal(signal);
            Ended ended = run.end();
            assertEquals(status, ended.status(), ended.err());
            assertTrue(
                    ended.err().startsWith("lava: stopping; what is not finished is being ended or undone\n"),
                    ended.err());
            assertTrue(ended.err().contains("run.sh' was stopped before its end"), ended.err());
            assertFalse(Files.exists(Path.of(word[0])), ended.err());
            ProgramJob.awaitEnd(word[1], run);
            ProgramJob.awaitEnd(word[2], run);
        }
    }

    @Test
    void killedItLeavesADirectoryAtMostAndTheNextRunRemovesIt() throws Exception {
        ProgramJob job = ProgramJob.local(specs, DEAF.formatted(specs));
        Path left;
        try (Running run = job.start()) {
            String[] word = job.word("word", run).split(" ");
            run.signal("KILL");
            run.end();
            ProgramJob.awaitEnd(word[1], run);
            ProgramJob.awaitEnd(word[2], run);
            left = Path.of(word[0]);
        }
        assertTrue(Files.isDirectory(left));
        Ended next = ProgramJob.local(specs, "[ ! -e " + left + " ]").lava().run("run", "nightly");
        assertEquals(0, next.status(), next.err());
        assertFalse(Files.exists(left));
    }

    /** Whatever runs at the same time keeps its directory. */
    @Test
    void whatIsAliveKeepsItsDirectory() throws Exception {
        String script =
                "echo \"$PWD\" >%1$s/word.new; mv %1$s/word.new %1$s/word; until [ -e %1$s/go ]; do sleep 0.1; done; [ -e run.sh ]";
        ProgramJob job = ProgramJob.local(specs, script.formatted(specs));
        try (Running run = job.start()) {
            Path directory = Path.of(job.word("word", run));
            Files.delete(specs.resolve("word"));
            try (Running other = job.start()) {
                job.word("word", other);
                assertTrue(Files.isDirectory(directory));
                job.give("go");
                assertEquals(0, other.end().status());
            }
            Ended ended = run.end();
            assertEquals(0, ended.status(), ended.err());
        }
    }

    @Test
    void inDevModeEachStreamIsItsOwn() throws IOException {
        ProgramJob job = ProgramJob.local(specs, "echo out; echo err >&2; exit 7");
        Ended dev = job.lava().run("run", "nightly", "--dev");
        assertEquals(7, dev.status());
        assertEquals("out\n", dev.out());
        assertEquals(
                "err\nlava: payload 's3://lava/payloads/run.sh' ended with exit status 7; its stderr begins: err\n",
                dev.err());
        Ended json = job.lava().run("run", "nightly", "--dev", "--json");
        Map<?, ?> result = Json.object(json.out());
        assertEquals(7, result.get("exit_status"));
        assertTrue(json.err().contains("out\n") && json.err().contains("err\n"), json.err());
    }

    /** A pager that was left, such as head. */
    @Test
    void aReaderThatGoesDoesNotEndTheProgram() throws IOException {
        String script = "head -c 1000000 /dev/zero; >%1$s/done; exit 7";
        ProgramJob job = ProgramJob.local(specs, script.formatted(specs));
        try (Running run = job.shell("{ \"$LAVA\" run nightly --dev; echo $? >" + specs + "/status; } | head -c 1")) {
            Ended ended = run.end();
            assertEquals(1, ended.out().length());
            assertEquals("7", job.word("status", run));
            assertTrue(Files.exists(specs.resolve("done")), ended.err());
        }
    }

    @Test
    void aReaderThatRestsDoesNotKeepLavaFromBeingStopped() throws Exception {
        ProgramJob job = ProgramJob.local(specs, "echo out; >" + specs + "/said");
        String pipe = "'" + specs + "/pipe'";
        Process reader = resting(pipe);
        try {
            try (Running run = job.startAttentive("--dev >" + pipe)) {
                job.word("said", run);
                run.signal("TERM");
                Ended ended = run.end();
                assertEquals(143, ended.status(), ended.err());
                assertEquals(List.of(), job.left());
            }
        } finally {
            reader.destroyForcibly();
        }
    }

    /** With {@code 2>&1}: all that lava says waits for the pager, too. */
    @Test
    void aReaderOfBothStreamsThatRestsDoesNotEither() throws Exception {
        ProgramJob job = ProgramJob.local(specs, "echo out; >" + specs + "/said; sleep 1000");
        String pipe = "'" + specs + "/both'";
        Process reader = resting(pipe);
        try {
            try (Running run = job.startAttentive("--dev >" + pipe + " 2>&1")) {
                job.word("said", run);
                run.signal("TERM");
                assertEquals(143, run.end().status());
                assertEquals(List.of(), job.left());
            }
        } finally {
            reader.destroyForcibly();
        }
    }

    @Test
    void withoutATerminalOutputGoesToS3(Sandbox sandbox) throws IOException {
        String bucket = sandbox.s3().newBucket();
        ProgramJob job = ProgramJob.in(specs, "s3://" + bucket + "/payloads", "s3://" + bucket + "/temp");
        sandbox.s3().put(bucket, "payloads/run.sh", "#!/bin/sh\necho out; echo err >&2; kill -9 $$\n");
        Ended ended = job.lava().with(sandbox.environment()).run("run", "nightly", "--json");
        assertEquals(137, ended.status(), ended.err());
        Map<?, ?> result = Json.object(ended.out());
        assertEquals(-9, result.get("exit_status"));
        String prefix = "temp/nightly/" + result.get("run_id") + "/run.sh.";
        assertEquals("out\n", object(sandbox, bucket, prefix + "stdout"));
        assertEquals("err\n", object(sandbox, bucket, prefix + "stderr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dev", "--no-dev"})
    void muchOutputNeedsNoMemory(String mode) throws IOException {
        String script =
                """
                >%1$s/ready; until [ -e %1$s/go ]; do sleep 0.1; done
                head -c 200000000 /dev/zero
                >%1$s/written; until [ -e %1$s/end ]; do sleep 0.1; done""";
        ProgramJob job = ProgramJob.local(specs, script.formatted(specs));
        try (Running run = job.startAttentive(mode + " >" + specs + "/out")) {
            job.word("ready", run);
            long before = mostMemory(run);
            job.give("go");
            job.word("written", run);
            long more = mostMemory(run) - before;
            job.give("end");
            Ended ended = run.end();
            assertEquals(0, ended.status(), ended.err());
            assertEquals(mode.equals("--dev"), Files.size(specs.resolve("out")) > 200_000_000);
            assertTrue(
                    more < 60_000,
                    () -> "200 MB of output with " + mode + " took " + more + " kB more than " + before + " kB");
        }
    }

    private static String object(Sandbox sandbox, String bucket, String key) throws IOException {
        URL url = sandbox.s3().endpoint().resolve("/" + bucket + "/" + key).toURL();
        try (InputStream content = url.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long mostMemory(Running run) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(run.process().pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** A pager at its first page, such as less: its pipe is full, whatever its size, and what comes then is with lava. */
    private static Process resting(String pipe) throws IOException {
        String fill =
                "mkfifo %1$s; exec 3<>%1$s; dd if=/dev/zero of=%1$s bs=4096 oflag=nonblock; echo full; exec sleep 1000";
        Process reader = new ProcessBuilder("/bin/sh", "-c", fill.formatted(pipe)).start();
        assertEquals('f', reader.getInputStream().read());
        return reader;
    }
}
