package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exe jobs with a connection to MySQL, which they open with the client of this machine. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class ConnectedProgramsTest {

    private static final String SLEEPS = "\"$LAVA_CONN_DWH\" -e 'SELECT SLEEP(600)'";

    @TempDir
    private Path specs;

    private Workplace place;

    @BeforeEach
    void furnish(Sandbox sandbox) throws IOException {
        place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void aSignalEndsTheClientAndLeavesNoFile(String signal, int status) throws Exception {
        ProgramJob job = ProgramJob.connected(place, SLEEPS + " & wait");
        try (Running run = job.startAttentive("--dev")) {
            place.awaitSleeping(1, run);
            run.signal(signal);
            Ended ended = run.end();
            assertEquals(status, ended.status(), ended.err());
            place.awaitSleeping(0, run);
            assertEquals(List.of(), job.left());
        }
    }

    @Test
    void killedItLeavesPrivateDirectoriesAloneAndTheNextRunRemovesThem() throws Exception {
        ProgramJob job = ProgramJob.connected(place, SLEEPS);
        try (Running run = job.start("--dev")) {
            place.awaitSleeping(1, run);
            run.signal("KILL");
            run.end();
            place.awaitSleeping(0, run);
        }
        for (Path left : job.left()) {
            assertEquals("700", Modes.of(left));
        }
        assertFalse(job.left().isEmpty());
        Ended next = ProgramJob.connected(place, "exit 0").lava().run("run", "nightly");
        assertEquals(0, next.status(), next.err());
        assertEquals(List.of(), job.left());
    }

    /** Whoever looks, and at whatever moment. */
    @Test
    void allFilesAreForTheirOwnerAloneWhateverTheUmask() throws Exception {
        String script =
                "until [ -e %s/go ]; do sleep 0.1; done; cd \"${LAVA_CONN_DWH%%/*}\"; stat -c '%%a %%n' . *; cat *.cnf";
        ProgramJob job = ProgramJob.connected(place, script.formatted(specs));
        Modes modes = new Modes(job);
        try (Running run = job.shell("umask 0; exec \"$LAVA\" run nightly --dev")) {
            modes.watch(run, "DWH.cnf", "go");
            Ended ended = run.end();
            assertEquals(0, ended.status(), ended.err());
            List<String> lines = ended.out().lines().toList();
            assertEquals(List.of("700 .", "700 DWH", "600 DWH.cnf", "600 DWH.pem"), lines.subList(0, 4));
            assertTrue(
                    ended.out().contains("\npassword=\"" + place.database().password() + "\"\n"), "the file is that");
        }
        Map<String, String> seen = modes.seen();
        assertEquals(
                Map.of(),
                seen.entrySet().stream()
                        .filter(file -> !file.getValue().matches("[67]00"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Those that every system has, and those that are here. */
    static Stream<String> languages() {
        return Stream.of(
                        "awk -f|BEGIN { exit system(\"\\\"$LAVA_CONN_DWH\\\" --execute 'SELECT 1 AS n'\") }",
                        "perl|exit(system($ENV{LAVA_CONN_DWH}, '--execute', 'SELECT 1 AS n') >> 8);",
                        "python3|import os, subprocess, sys\n"
                                + "sys.exit(subprocess.run([os.environ['LAVA_CONN_DWH'], '--execute', 'SELECT 1 AS n']).returncode)")
                .filter(program -> isOnPath(program.split("[ |]")[0]));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aPayloadMayBeOfAnyLanguage(String program) throws IOException {
        ProgramJob job = ProgramJob.connected(place, "");
        String[] parts = program.split("\\|", 2);
        Files.writeString(
                specs.resolve("objects/lava/payloads/run.sh"),
                "#!/usr/bin/env -S " + parts[0] + "\n" + parts[1] + "\n");
        Ended ended = job.lava().run("run", "nightly", "--dev");
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().startsWith("n\n1\n"), ended.out());
    }

    /** Each waits for the other, and each has a client of its own. */
    @Test
    void twoJobsAtOnceInOneProcess() throws IOException {
        String script =
                """
                >%1$s/at.$1; until [ -e %1$s/at.1 ] && [ -e %1$s/at.2 ]; do sleep 0.1; done
                "$LAVA_CONN_DWH" --skip-column-names --execute "SELECT $1"
                >%1$s/done.$1; until [ -e %1$s/done.1 ] && [ -e %1$s/done.2 ]; do sleep 0.1; done""";
        ProgramJob job = ProgramJob.connected(place, script.formatted(specs));
        Path program = Files.writeString(
                specs.resolve("Two.java"),
                """
                import io.lava4j.core.*;
                import java.nio.file.Path;
                import java.util.*;

                public class Two {
                    public static void main(String[] specs) throws Exception {
                        try (Lava lava = Lava.builder().specs(Path.of(specs[0])).build()) {
                            List<Thread> runs = List.of(run(lava, "1"), run(lava, "2"));
                            for (Thread run : runs) {
                                run.start();
                            }
                            for (Thread run : runs) {
                                run.join();
                            }
                        }
                    }

                    private static Thread run(Lava lava, String argument) {
                        return new Thread(() -> System.out.println(lava.run(
                                        JobRequest.job("nightly").withParameters(Map.of("args", List.of(argument))))
                                .exitStatus()));
                    }
                }
                """);
        Ended ended = new LavaProgram(
                        LavaProgram.java().resolve("bin/java"), job.lava().environment())
                .run(
                        "-Djava.io.tmpdir=" + job.temporary(),
                        "-cp",
                        LavaProgram.home().resolve("lib") + "/*",
                        program,
                        specs);
        assertEquals("0\n0\n", ended.out(), ended.err());
        try (Stream<Path> kept = Files.walk(specs.resolve("objects/lava/temp/nightly"))) {
            assertEquals(
                    List.of("1\n", "2\n"),
                    kept.filter(Files::isRegularFile)
                            .map(Sources::text)
                            .sorted()
                            .toList());
        }
        assertEquals(List.of(), job.left());
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
