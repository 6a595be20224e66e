package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the client on PATH: the first of MySQL's, else of MariaDB's; what is there and does not work is passed over. */
final class ClientSearch {

    private final String subject;
    private final String path;
    private final Map<Path, Optional<ClientVersion>> asked = new HashMap<>();
    private final List<String> useless = new ArrayList<>();

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
        return named("mysql")
                .filter(client -> !client.isMariaDb())
                .findFirst()
                .or(() -> named("mariadb").findFirst())
                .or(() -> named("mysql").findFirst())
                .orElseThrow(() -> new ConfigurationException(subject + ": " + none()
                        + ", and the command line needs one of these clients; install it (on Debian, package"
                        + " mariadb-client-core)"));
    }

    private Stream<Client> named(String name) {
        return programs(name)
                .flatMap(program -> version(program).map(version -> new Client(program, version)).stream());
    }

    /** One that is there under several names is asked once. */
    private Optional<ClientVersion> version(Path program) {
        return asked.computeIfAbsent(file(program), file -> ask(program));
    }

    private static Path file(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException unknown) {
            return program;
        }
    }

    private Stream<Path> programs(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private Optional<ClientVersion> ask(Path program) {
        try {
            String printed = Question.to(program.toString(), "--no-defaults", "--version")
                    .answer();
            Optional<ClientVersion> version = ClientVersion.parse(printed);
            if (version.isEmpty()) {
                useless.add("'" + program + "' is neither MySQL's nor MariaDB's: asked for its --version it says '"
                        + printed + "'");
            }
            return version;
        } catch (IOException failed) {
            useless.add("'" + program + "' cannot be started (" + failed.getMessage() + ")");
            return Optional.empty();
        }
    }

    private String none() {
        return useless.isEmpty()
                ? "neither 'mysql' nor 'mariadb' is on PATH '" + path + "'"
                : "no 'mysql' or 'mariadb' on PATH '" + path + "' works (" + String.join("; ", useless) + ")";
    }
}
