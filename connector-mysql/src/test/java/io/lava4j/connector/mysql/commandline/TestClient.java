package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client that tests run: the sandbox's, this machine's, and those that the property {@code lava4j.test.clients} names.
 *
 * @param name for the test's name
 * @param program its place; empty for the sandbox's, which is found late
 */
record TestClient(String name, Optional<Path> program) {

    static Stream<TestClient> all() {
        Stream<TestClient> given = Stream.of(
                        System.getProperty("lava4j.test.clients", "").split(":"))
                .filter(path -> !path.isEmpty())
                .map(path -> new TestClient(path, Optional.of(Path.of(path))));
        return Stream.concat(
                Stream.of(
                        new TestClient("sandbox", Optional.empty()), new TestClient("machine", Optional.of(machine()))),
                given);
    }

    /** A PATH on which this client alone is to be found. */
    String path(Sandbox sandbox, Path scratch) {
        Path directory = scratch.resolve("bin of " + name.replace('/', '_'));
        Path found = program.orElseGet(() -> inSandbox(sandbox));
        try {
            Files.createDirectories(directory);
            Path link = directory.resolve(found.getFileName());
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, found);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return "/nowhere::" + directory;
    }

    Client client(Sandbox sandbox, Path scratch) {
        return ClientSearch.on("test", path(sandbox, scratch)).find();
    }

    private static Path inSandbox(Sandbox sandbox) {
        Path server = Path.of(sandbox.mariadb().process().info().command().orElseThrow());
        return server.resolveSibling("mariadb");
    }

    private static Path machine() {
        Path program = Path.of("/usr/bin/mariadb");
        assertTrue(
                Files.isExecutable(program),
                "The program 'mariadb' is not in /usr/bin: 'make test' installs it where it may; on Debian it is in the"
                        + " package mariadb-client-core");
        return program;
    }

    @Override
    public String toString() {
        return name;
    }
}
