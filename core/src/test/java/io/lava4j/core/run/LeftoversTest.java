package io.lava4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {

    /** Of no process: Linux gives none above 4,194,304. */
    private static final long NOBODY = 99_999_999;

    private static final ProcessIdentity OWN = ProcessIdentity.own();

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void makeOwn() throws IOException {
        own = directory(OWN + "-1");
    }

    @Test
    void whatADeadProcessLeftIsRemovedWithAllThatIsInIt() throws IOException {
        Path left = directory(new ProcessIdentity(NOBODY, 1, OWN.space()) + "-2");
        Files.writeString(Files.createDirectory(left.resolve("deep")).resolve("file"), "content");
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        Files.createSymbolicLink(left.resolve("link"), outside);
        Files.setPosixFilePermissions(left.resolve("deep"), PosixFilePermissions.fromString("---------"));
        sweep();
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(outside));
    }

    /** Its number is ours by now, and it started at another time. */
    @Test
    void aNumberThatIsGivenAgainIsNotTheSameProcess() throws IOException {
        Path left = directory(new ProcessIdentity(OWN.pid(), OWN.start() - 1, OWN.space()) + "-2");
        sweep();
        assertFalse(Files.exists(left));
    }

    @Test
    void aProcessThatHasEndedAndIsNotAskedForIsDead() throws Exception {
        // The shell becomes a sleep, which never asks for the child that the shell has started.
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sh -c 'echo $$' & exec sleep 100").start();
        try {
            long child = Long.parseLong(parent.inputReader().readLine());
            Path left = directory(child + "-1-" + OWN.space() + "-2");
            Path stat = Path.of("/proc", Long.toString(child), "stat");
            while (!Files.readString(stat).contains(") Z ")) {
                LockSupport.parkNanos(1_000_000);
            }
            sweep();
            assertFalse(Files.exists(left));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void whatIsAliveStays() throws IOException {
        Path other = directory(OWN + "-2");
        sweep();
        assertTrue(Files.exists(own));
        assertTrue(Files.exists(other));
    }

    /** Its processes cannot be seen from here. */
    @Test
    void whatAnotherContainerMadeStays() throws IOException {
        Path other = directory(new ProcessIdentity(NOBODY, 1, OWN.space() + 1) + "-2");
        sweep();
        assertTrue(Files.exists(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx-----x", "r-x------"})
    void whatOthersMayReadIsNotOurs(String permissions) throws IOException {
        Path other = directory(new ProcessIdentity(NOBODY, 1, OWN.space()) + "-2");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString(permissions));
        sweep();
        assertTrue(Files.exists(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "x-y-z-1", "99999999-1", "-1-1-1", ""})
    void whatIsNamedInAnotherWayStays(String name) throws IOException {
        Path other = directory(name);
        sweep();
        assertTrue(Files.exists(other));
    }

    @Test
    void aLinkStaysAndSoDoesWhatItLeadsTo() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        String name = Leftovers.PREFIX + new ProcessIdentity(NOBODY, 1, OWN.space()) + "-2";
        Path link = Files.createSymbolicLink(folder.resolve(name), target);
        sweep();
        assertTrue(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.exists(target));
    }

    @Test
    void anIdentityIsReadAsItWasWritten() {
        assertEquals(Optional.of(OWN), ProcessIdentity.parse(OWN.toString()));
        assertFalse(OWN.isDead());
    }

    private void sweep() throws IOException {
        Leftovers.beside(own).sweep();
    }

    private Path directory(String name) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(Leftovers.PREFIX + name));
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
