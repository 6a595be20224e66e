package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What standard streams and signals do is seen where lava is a process: in the distribution's tests. */
@Timeout(300)
class CliCommandTest {

    @TempDir
    Path folder;

    private boolean closed;

    @Test
    void theProgramGetsTheArgumentsAsTheyAre() throws IOException {
        CommandRun run = running("printf '<%s>' \"$@\" > \"$0.said\"");

        assertEquals(0, run.lava("cli", "dwh", "plain", "--", "-e", "select '1'", "@file", "--", "", "$(id)"));

        assertEquals("<plain><-e><select '1'><@file><--><><$(id)>", Files.readString(folder.resolve("dwh.said")));
        assertTrue(closed);
        assertTrue(run.closed);
    }

    @Test
    void itsExitStatusIsTheCommands() {
        assertEquals(0, running("exit 0").lava("cli", "dwh"));
        assertEquals(7, running("exit 7").lava("cli", "dwh"));
        assertEquals(255, running("exit 255").lava("cli", "dwh"));
        assertTrue(closed);
    }

    @Test
    void aProgramThatDiesOfASignalGivesTheShellsStatus() {
        assertEquals(128 + 15, running("kill -TERM $$").lava("cli", "dwh"));
        assertEquals(128 + 9, running("kill -KILL $$").lava("cli", "dwh"));
    }

    @Test
    void anInterruptIsTheProgramsAlone() {
        // The program inherits the default for SIGINT, and its parent lives on.
        assertEquals(128 + 2, running("kill -INT $PPID; kill -INT $$; exit 3").lava("cli", "dwh"));
        assertTrue(closed);
    }

    @Test
    void specsAndRealmAreAsInRunAndEventsGoToStderr() {
        CommandRun run = running("exit 0");

        assertEquals(0, run.lava("cli", "--specs", "elsewhere", "--realm", "prod", "dwh"));

        assertEquals("elsewhere", run.specs);
        assertEquals(Optional.of("prod"), run.realm);
        assertEquals("", run.out());
        assertEquals("lava: opening dwh" + System.lineSeparator(), run.err());
    }

    @Test
    void aConnectionThatCannotBeOpenedIsTold() {
        CommandRun run = new CommandRun().commandLines(connId -> {
            throw new ConfigurationException("connection '" + connId + "' is not enabled");
        });

        assertEquals(2, run.lava("cli", "dwh"));
        assertTrue(run.err().contains("lava: connection 'dwh' is not enabled"), run.err());
        assertTrue(run.closed);
    }

    @Test
    void aStopEndsTheProgramAndWaitsUntilAllIsClosed() throws InterruptedException {
        Child child = new Child();
        Thread signal = new Thread(child::stop);
        int status = child.run(same -> {
            Thread whenReady = new Thread(() -> {
                await(folder.resolve("dwh.said"));
                signal.start();
            });
            whenReady.start();
            return same.end(List.of(
                    program("touch \"$0.said\"; exec sleep 600").executable().toString()));
        });
        signal.join();

        assertEquals(128 + 15, status);
    }

    @Test
    void aStopBeforeTheProgramStartsKeepsItFromStarting() throws InterruptedException {
        Child child = new Child();
        Thread signal = new Thread(child::stop);
        int status = child.run(same -> {
            signal.start();
            awaitStopped(signal);
            return same.end(List.of(program("touch \"$0.said\"").executable().toString()));
        });
        assertTrue(Thread.interrupted(), "what goes before the program is told by an interrupt");
        signal.join();

        assertEquals(1, status);
        assertTrue(Files.notExists(folder.resolve("dwh.said")));
    }

    private static void await(Path file) {
        while (Files.notExists(file)) {
            Thread.onSpinWait();
        }
    }

    /** The stop waits for the end of the work from when it has been noted. */
    private static void awaitStopped(Thread stop) {
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private CommandRun running(String script) {
        return new CommandRun().commandLines(connId -> program(script));
    }

    private Connector.Installed program(String script) {
        try {
            Path file = Files.writeString(folder.resolve("dwh"), "#!/bin/sh\n" + script + "\n");
            assertTrue(file.toFile().setExecutable(true));
            return new Program(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class Program implements Connector.Installed {

        private final Path file;

        Program(Path file) {
            this.file = file;
        }

        @Override
        public Path executable() {
            return file;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
