package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.LentContext;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.UnverifiedServer;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.DatabaseServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection as a test words it, for the command line. */
final class Wanted {

    final LentContext context;
    final Map<String, Object> spec = new HashMap<>();

    InstantSource clock = InstantSource.system();
    Duration look = Upkeep.LOOK;

    private final Path directory;
    private final String path;
    private final Map<String, String> environment = new HashMap<>();

    /** @param path the PATH on which the client is looked for */
    Wanted(Path directory, String path, String user, String password) {
        this.directory = directory;
        this.path = path;
        this.context = new LentContext(user, password);
        with("type", "mysql").with("user", user).with("database", "information_schema");
    }

    Wanted at(DatabaseServer server) {
        return with("host", "127.0.0.1").with("port", server.port());
    }

    Wanted with(String field, Object value) {
        spec.put(field, value);
        return this;
    }

    /** A variable in the environment of whoever runs the executable. */
    Wanted variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path directory() {
        return directory;
    }

    MySqlCommandLine commandLine() {
        ConnectionSettings settings = ConnectionSettings.of(
                new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> ""));
        return new MySqlCommandLine(
                settings, context, new UnverifiedServer(settings, context), new Surroundings(() -> path, clock, look));
    }

    Installed install(String name) {
        return commandLine().install(directory, name);
    }

    /** The option file that an installation makes. */
    String options() {
        try (Installed installed = install("dwh")) {
            return Files.readString(installed.executable().resolveSibling("dwh.cnf"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Installs, runs once, removes. */
    Said run(String... arguments) {
        try (Installed installed = install("dwh")) {
            return run(installed, arguments);
        }
    }

    Said run(Installed installed, String... arguments) {
        try {
            Path err = Files.createTempFile("said", "err");
            Process process =
                    builder(installed, arguments).redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Said said = new Said(process.waitFor(), out, Files.readString(err));
            Files.delete(err);
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Process start(Installed installed, String... arguments) throws IOException {
        return builder(installed, arguments).start();
    }

    private ProcessBuilder builder(Installed installed, String... arguments) {
        List<String> command = new ArrayList<>(List.of(installed.executable().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** What a client said, and how it ended. */
    record Said(int status, String out, String err) {

        static Said result(String out) {
            return new Said(0, out, "");
        }
    }
}
