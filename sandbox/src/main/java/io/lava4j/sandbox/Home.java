package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's own installation: {@code servers/}, {@code s3mock/}, {@code dynamodb/} and a {@code cache/} that it fills itself. */
record Home(Path directory) {
    private static final String PROPERTY = "lava4j.sandbox.home";

    static Home find() {
        String named = System.getProperty(PROPERTY, "");
        Path directory = Path.of(named).toAbsolutePath();
        if (named.isEmpty() || !Files.isDirectory(directory.resolve("servers"))) {
            throw new SandboxException("The sandbox's home '" + named + "' has no folder servers; the system property "
                    + PROPERTY + " must name a lava4j-sandbox folder (the build makes one in sandbox/target)");
        }
        return new Home(directory);
    }

    /** The file in {@code servers/} whose name begins so. */
    Path artifact(String prefix) {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory.resolve("servers"), prefix + "*.jar")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new SandboxException("The sandbox's home '" + directory + "' cannot be read: " + e, e);
        }
        if (found.size() != 1) {
            throw new SandboxException("The sandbox's home '" + directory + "' must have one file servers/" + prefix
                    + "*.jar, and has " + found.size() + "; clean and build the sandbox again");
        }
        return found.get(0);
    }

    Path s3mock() {
        return directory.resolve("s3mock");
    }

    Path dynamodb() {
        return directory.resolve("dynamodb");
    }

    Cache cache() {
        return new Cache(directory.resolve("cache"));
    }
}
