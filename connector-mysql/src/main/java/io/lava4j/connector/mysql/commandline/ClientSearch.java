package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the client on PATH: MySQL's, else MariaDB's. */
final class ClientSearch {

    private final String subject;
    private final String path;

    private ClientSearch(String subject, String path) {
        this.subject = subject;
        this.path = path;
    }

    /** @param path directories as the variable PATH lists them */
    static ClientSearch on(String subject, String path) {
        return new ClientSearch(subject, path);
    }

    /** The variable PATH that a child of this process finds. */
    static String inheritedPath() {
        return new ProcessBuilder().environment().getOrDefault("PATH", "");
    }

    /** MariaDB's, when called mysql, complain about that name each time: so it is called by its own where it has it. */
    Client find() {
        Optional<Client> mysql = named("mysql");
        if (mysql.isPresent() && !mysql.get().isMariaDb()) {
            return mysql.get();
        }
        return named("mariadb")
                .or(() -> mysql)
                .orElseThrow(() -> new ConfigurationException(subject + ": neither 'mysql' nor 'mariadb' is on PATH '"
                        + path + "', and the command line needs one of these clients; install it (on Debian, package"
                        + " mariadb-client-core)"));
    }

    private Optional<Client> named(String name) {
        return programs(name).findFirst().map(program -> new Client(program, version(program)));
    }

    private Stream<Path> programs(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private ClientVersion version(Path program) {
        String printed = ask(program);
        return ClientVersion.parse(printed)
                .orElseThrow(() -> new ConfigurationException(subject + ": client '" + program
                        + "' is neither MySQL's nor MariaDB's: asked for its --version it says '" + printed
                        + "'; put one of theirs first on PATH"));
    }

    private String ask(Path program) {
        try {
            return Question.to(program.toString(), "--no-defaults", "--version").answer();
        } catch (IOException failed) {
            throw new ConfigurationException(
                    subject + ": client '" + program + "' cannot be started (" + failed.getMessage()
                            + "); put another first on PATH",
                    failed);
        }
    }
}
