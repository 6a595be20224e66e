package io.lava4j.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** What a connection has put somewhere. */
record InstalledFile(Path path) {

    /** Files and directories in the directories of a directory. */
    static List<InstalledFile> all(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> directory.relativize(path).getNameCount() > 1)
                    .sorted()
                    .map(InstalledFile::new)
                    .toList();
        }
    }

    String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    boolean mayBeReadByOthers() throws IOException {
        return Files.isRegularFile(path) && permissions().indexOf('r', 3) > 0;
    }

    String text() throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }
}
