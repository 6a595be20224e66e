package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command line client of MySQL's kind that tests run: the sandbox's, which has no plugins, this machine's, and those that the
 * system property {@code lava4j.test.clients} names, a colon between them.
 *
 * @param name for the test's name
 * @param program its place; empty for the sandbox's, which is found late
 */
public record ClientProgram(String name, Optional<Path> program) {
    /** All of them. */
    public static Stream<ClientProgram> all() {
        Stream<ClientProgram> given = Stream.of(
                        System.getProperty("lava4j.test.clients", "").split(":"))
                .filter(path -> !path.isEmpty())
                .map(path -> new ClientProgram(path, Optional.of(Path.of(path))));
        return Stream.concat(
                Stream.of(ofSandbox(), new ClientProgram("machine", Optional.of(Path.of("/usr/bin/mariadb")))), given);
    }

    /** The one that comes with the sandbox's MariaDB. */
    public static ClientProgram ofSandbox() {
        return new ClientProgram("sandbox", Optional.empty());
    }

    /**
     * A PATH on which this client alone is to be found.
     *
     * @param scratch a folder for a script that runs it
     * @throws SandboxException when the client is not there
     */
    public String path(Sandbox sandbox, Path scratch) {
        Path directory = scratch.resolve("bin of " + name.replace('/', '_'));
        Path found = program.orElseGet(() -> inSandbox(sandbox));
        if (!Files.isExecutable(found)) {
            throw new SandboxException("The client '" + found + "' is not there: 'make test' installs Debian's package"
                    + " mariadb-client-core where it may, 'make test-clients' others");
        }
        try {
            Files.createDirectories(directory);
            Path script = directory.resolve(found.getFileName());
            if (!Files.exists(script)) {
                Files.writeString(script, "#!/bin/sh\nexec '" + found + "' \"$@\"\n");
                script.toFile().setExecutable(true);
            }
        } catch (IOException e) {
            throw new SandboxException("'" + directory + "' cannot be made", e);
        }
        return "/nowhere::" + directory;
    }

    private static Path inSandbox(Sandbox sandbox) {
        Path server = Path.of(sandbox.mariadb().process().info().command().orElseThrow());
        return server.resolveSibling("mariadb");
    }

    @Override
    public String toString() {
        return name;
    }
}
