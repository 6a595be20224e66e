package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a client is connected, and afterwards: no secret of the connection is in the list of processes, in the environment
 * of any, in the script, or in what is told; only in the option file.
 */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class ProgramSecrecyTest {

    private static final String SLEEPS = "SELECT SLEEP(600)";
    private static final String TOKEN = "X-Amz-Signature";

    /** Whatever may log does so at its lowest level, the libraries too. */
    private static final String EVERYTHING = "-Dorg.slf4j.simpleLogger.log.software=trace"
            + " -Dorg.slf4j.simpleLogger.log.com=trace -Dorg.slf4j.simpleLogger.log.io=trace";

    @TempDir
    private Path specs;

    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    @Test
    void aPkgJobKeepsThePasswordOfASecret() throws Exception {
        Workplace place = Workplace.withSecret(sandbox, sandbox.mysql(), specs);
        runKeeps(place.database().password(), place);
    }

    @Test
    void aPkgJobKeepsAToken() throws Exception {
        runKeeps(TOKEN, Workplace.withToken(sandbox, specs));
    }

    @Test
    void cliKeepsThePasswordOfAParameter() throws Exception {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
        cliKeeps(place.database().password(), place);
    }

    @Test
    void cliKeepsAToken() throws Exception {
        cliKeeps(TOKEN, Workplace.withToken(sandbox, specs));
    }

    private static void runKeeps(String secret, Workplace place) throws Exception {
        ProgramJob job = ProgramJob.connected(place, "env; \"$LAVA_CONN_DWH\" -e '" + SLEEPS + "'")
                .packed();
        keeps(secret, place, job, "-vv", "run", "nightly", "--dev");
    }

    private static void cliKeeps(String secret, Workplace place) throws Exception {
        keeps(secret, place, ProgramJob.connected(place, ""), "-vv", "cli", "dwh", "--", "-e", SLEEPS);
    }

    private static void keeps(String secret, Workplace place, ProgramJob job, Object... arguments) throws Exception {
        try (Running run = job.lava(EVERYTHING).start(arguments)) {
            place.awaitSleeping(1, run);
            List<String> shown = Stream.concat(
                            Stream.of(run.process().toHandle()), run.process().descendants())
                    .flatMap(process -> shown(process.pid()))
                    .toList();
            assertTrue(shown.stream().anyMatch(text -> text.contains(SLEEPS)), "the client is among them");
            assertTrue(shown.stream().anyMatch(text -> text.contains("LAVA_SPECS=")), "with its environment");
            assertEquals(
                    List.of(),
                    shown.stream().filter(text -> text.contains(secret)).toList());
            assertEquals(List.of("cnf"), holding(secret, job));
            run.signal("TERM");
            Ended ended = run.end();
            assertEquals(143, ended.status(), ended.err());
            assertTrue(ended.err().contains(" DEBUG "), ended.err());
            assertFalse((ended.out() + ended.err()).contains(secret), ended.err());
        }
    }

    /** What anybody may read of a process, or its user. */
    private static Stream<String> shown(long pid) {
        return Stream.of("cmdline", "environ").map(name -> {
            try {
                Path file = Path.of("/proc", Long.toString(pid), name);
                return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
            } catch (IOException ended) {
                return "";
            }
        });
    }

    /** How the names of files in private directories end that hold it. */
    private static List<String> holding(String secret, ProgramJob job) throws IOException {
        try (Stream<Path> files = Files.walk(job.temporary())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(secret))
                    .map(file -> file.toString().replaceFirst(".*\\.", ""))
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
