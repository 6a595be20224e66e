package io.lava4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void whatAProcessOfAnotherContainerHasStaysUntilItDies() throws Exception {
        try (OtherProcess process = OtherProcess.in(folder)) {
            List<Path> made = process.directories();
            Path first = Files.move(made.get(0), folder.resolve(name(NOBODY, OWN.space() + 1, 2)));
            Path second = Files.move(made.get(1), folder.resolve(name(OWN.pid(), OWN.space() + 1, 3)));
            sweep();
            assertTrue(Files.exists(first));
            assertTrue(Files.exists(second));
            process.kill();
            sweep();
            assertFalse(Files.exists(first));
            assertFalse(Files.exists(second));
        }
    }

    /** As on a folder that several machines share: no process of that number is here. */
    @Test
    void whatShowsASignOfLifeStaysWhateverItsNumber() throws Exception {
        try (OtherProcess process = OtherProcess.in(folder)) {
            Path made = process.directories().get(0);
            Path other = Files.move(made, folder.resolve(name(NOBODY, OWN.space(), 2)));
            sweep();
            assertTrue(Files.exists(other));
            process.kill();
            sweep();
            assertFalse(Files.exists(other));
        }
    }

    /** Opening it for writing would wait for a reader. */
    @Test
    void aPipeInThePlaceOfASignIsNone() throws Exception {
        Path other = directory(new ProcessIdentity(NOBODY, 1, OWN.space() + 1) + "-2");
        Process made = new ProcessBuilder("mkfifo", other + "/.lava4j-alive").start();
        assertEquals(0, made.waitFor());
        sweep();
        assertTrue(Files.exists(other));
    }

    /** Its processes cannot be seen from here, and it has no sign. */
    @Test
    void whatAnotherContainerMadeStays() throws IOException {
        Path other = directory(new ProcessIdentity(NOBODY, 1, OWN.space() + 1) + "-2");
        sweep();
        assertTrue(Files.exists(other));
    }

    /** A program works in its private directory, and may close what is in it as well, even to itself. */
    @ParameterizedTest
    @CsvSource({"rwxr-xr-x,rw-------", "r-xr-xr-x,r--r--r--", "---------,---------"})
    void whatADeadProcessLeftIsRemovedWhateverItsModes(String directory, String sign) throws Exception {
        Path left;
        try (OtherProcess process = OtherProcess.in(folder)) {
            left = process.directories().get(0);
            Files.setPosixFilePermissions(left.resolve(".lava4j-alive"), PosixFilePermissions.fromString(sign));
            Files.setPosixFilePermissions(left, PosixFilePermissions.fromString(directory));
            sweep();
            assertTrue(Files.exists(left));
            process.kill();
        }
        sweep();
        assertFalse(Files.exists(left));
    }

    /** On a folder that several machines share. */
    @Test
    void aSignOfLifeThatIsClosedIsSeen() throws Exception {
        try (OtherProcess process = OtherProcess.in(folder)) {
            Path made = process.directories().get(0);
            Path other = Files.move(made, folder.resolve(name(NOBODY, OWN.space(), 2)));
            Files.setPosixFilePermissions(other.resolve(".lava4j-alive"), PosixFilePermissions.fromString("---------"));
            Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("---------"));
            sweep();
            assertTrue(Files.exists(other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx-----x", "r-x------"})
    void whatAnotherContainerMadeAndOthersMayReadIsNotOurs(String permissions) throws Exception {
        try (OtherProcess process = OtherProcess.in(folder)) {
            Path made = process.directories().get(0);
            Path other = Files.move(made, folder.resolve(name(NOBODY, OWN.space() + 1, 2)));
            process.kill();
            Files.setPosixFilePermissions(other, PosixFilePermissions.fromString(permissions));
            sweep();
            assertTrue(Files.exists(other));
        }
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
        Path link = Files.createSymbolicLink(folder.resolve(name(NOBODY, OWN.space(), 2)), target);
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

    private static String name(long pid, long space, int number) {
        return Leftovers.PREFIX + new ProcessIdentity(pid, 1, space) + "-" + number;
    }

    private Path directory(String name) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(Leftovers.PREFIX + name));
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
