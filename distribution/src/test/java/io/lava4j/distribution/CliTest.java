package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.distribution.LavaProgram.Running;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code lava cli} as a user starts it, with the client of this machine: on a terminal, in a pipe, and stopped by signals. */
@ExtendWith(SandboxExtension.class)
@Timeout(300)
class CliTest {

    private static final String SLEEPING =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%' AND user = ?";

    @TempDir
    private Path specs;

    @TempDir
    private Path temporary;

    private Workplace place;

    @BeforeEach
    void furnish(Sandbox sandbox) throws IOException {
        place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
    }

    @Test
    void argumentsGoToTheClientAndItsStatusComesBack() {
        Ended good = lava().run("cli", "dwh", "--", "-e", "SELECT 'a b' AS x, DATABASE() AS y");
        Ended bad = lava().run("cli", "dwh", "--", "-e", "SELEKT 1");

        assertEquals("", good.err());
        assertEquals("x\ty\na b\t" + place.database().name() + "\n", good.out());
        assertEquals(0, good.status());
        assertEquals(1, bad.status());
        assertTrue(bad.err().contains("ERROR 1064 (42000) at line 1: "), bad.err());
        assertNothingLeft();
    }

    @Test
    void inAPipeItIsBatch() throws IOException, InterruptedException {
        try (Session session = session(place.lava().executable() + " cli dwh </dev/stdin | cat")) {
            int status = session.type("SELECT 1 AS x; SELECT 2 AS y;\n").end();

            assertEquals("x\n1\ny\n2\n", session.output());
            assertEquals(0, status);
        }
    }

    @Test
    void onATerminalItIsInteractiveAndCtrlCIsTheClients() throws Exception {
        // Of Debian's base system, package bsdutils; elsewhere in util-linux.
        String lava = place.lava().executable() + " cli dwh";
        try (Session session = session("exec script -q -e -c 'exec " + lava + "' /dev/null")) {
            session.type("SELECT SLEEP(600);\n");
            awaitSleeping(1);
            session.type("\003");
            awaitSleeping(0);
            session.type("SELECT CONCAT('still ', 'here') AS x;\nexit\n");

            int status = session.end();

            String said = session.output();
            assertTrue(said.contains("| still here |"), said);
            assertTrue(
                    said.contains("mysql>")
                            || said.contains("[" + place.database().name() + "]>"),
                    said);
            assertEquals(0, status, said);
        }
        assertNothingLeft();
    }

    @Test
    void sigtermEndsTheClientAndLeavesNothing() throws SQLException {
        try (Running running = lava().start("cli", "dwh", "--", "-e", "SELECT SLEEP(600)")) {
            awaitSleeping(1);
            List<ProcessHandle> clients = running.process().descendants().toList();
            running.terminate();
            Ended ended = running.end();

            assertEquals(143, ended.status(), ended.err());
            assertEquals(1, clients.size());
            assertTrue(clients.stream().noneMatch(ProcessHandle::isAlive), clients.toString());
        }
        assertNothingLeft();
    }

    @Test
    void aConnectionThatIsNotEnabledIsRefused() throws IOException {
        place.connection("enabled", false);

        Ended ended = lava().run("cli", "dwh");

        assertEquals(2, ended.status());
        assertTrue(
                ended.err().startsWith("lava: connection 'dwh' is not enabled: set 'enabled: true' in "), ended.err());
    }

    private LavaProgram lava() {
        return place.lava().with(Map.of("LAVA_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary));
    }

    private void assertNothingLeft() {
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void awaitSleeping(int expected) throws SQLException {
        try (Connection root = place.server().connect();
                PreparedStatement question = root.prepareStatement(SLEEPING)) {
            question.setString(1, place.database().user());
            while (number(question) != expected) {
                Thread.onSpinWait();
            }
        }
    }

    private static int number(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private Session session(String command) throws IOException {
        Path out = Files.createTempFile("session", "out");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(lava().environment());
        return new Session(builder.start(), out);
    }

    /** A command that somebody types into. */
    private record Session(Process process, Path out) implements AutoCloseable {

        Session type(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return this;
        }

        int end() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> "it goes on: " + soFar());
            return process.exitValue();
        }

        String output() throws IOException {
            return Files.readString(out).replace("\r", "");
        }

        private String soFar() {
            try {
                return output();
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.delete(out);
        }
    }
}
