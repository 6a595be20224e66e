package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A copy of the assembly that a test may add to, and jars made against its core alone. */
record InstalledCopy(Path home) {

    static InstalledCopy at(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(LavaProgram.home())) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(LavaProgram.home().relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new InstalledCopy(home);
    }

    LavaProgram lava() {
        return LavaProgram.installed(home);
    }

    /** The jar in lib/ whose name begins so. */
    Path library(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Makes a jar of the sources in a folder.
     *
     * @param version of the module, if it is one
     * @param path what they need besides core
     */
    Path jar(String file, String version, Path sources, Path... path) throws IOException {
        Path jar = home.resolve(file);
        Path classes = Files.createTempDirectory(home, "classes");
        List<String> needed = new ArrayList<>(List.of(library("lava4j-core-").toString()));
        Stream.of(path).map(Path::toString).forEach(needed::add);
        List<String> compile =
                new ArrayList<>(List.of("--release", "17", "-p", String.join(":", needed), "-d", classes.toString()));
        Sources.in(sources).map(Path::toString).forEach(compile::add);
        tool("javac", compile);
        Files.createDirectories(jar.getParent());
        List<String> pack = new ArrayList<>(List.of("-c", "-f", jar.toString()));
        if (Files.exists(classes.resolve("module-info.class"))) {
            pack.addAll(List.of("--module-version", version));
        }
        pack.addAll(List.of("-C", classes.toString(), "."));
        tool("jar", pack);
        return jar;
    }

    private static void tool(String name, List<String> arguments) {
        int status = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertEquals(0, status, name);
    }
}
