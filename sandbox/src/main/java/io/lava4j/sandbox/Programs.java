package io.lava4j.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds a server's programs in its basedir. */
final class Programs {
    private Programs() {}

    static Path in(Path basedir, String... places) {
        return Stream.of(places)
                .map(basedir::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SandboxException(
                        "The basedir '" + basedir + "' has no program at any of " + String.join(", ", places)));
    }

    /** A database server refuses to run as root unless told to. */
    static List<String> asRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }
}
