package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The finished site, as the build has left it. */
final class Site {
    static final Path FOLDER =
            Path.of(System.getProperty("site.output")).toAbsolutePath().normalize();
    static final Repository REPOSITORY = new Repository(Path.of(System.getProperty("site.root")));

    private Site() {}

    static List<Path> pages() throws IOException {
        return files(".html");
    }

    static List<Path> files(String ending) throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
