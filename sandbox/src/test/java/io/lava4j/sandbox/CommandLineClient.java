package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Debian's mariadb, which has mysql_clear_password; the one that comes as a Maven artifact has no plugins. */
record CommandLineClient(AuroraServer server, String user, String password) {
    /** What it prints, on stdout and stderr. */
    String says(String input, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "mariadb",
                "--no-defaults",
                "--protocol=tcp",
                "--host=localhost",
                "--port=" + server.port(),
                "--user=" + user,
                "--batch",
                "--default-character-set=utf8mb4"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MYSQL_PWD", password);
        Process process = start(builder);
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return fail(
                    "The program 'mariadb' is not on the PATH: 'make test' installs it where it may; on Debian it is"
                            + " in the package mariadb-client-core, on Fedora in mariadb",
                    e);
        }
    }
}
