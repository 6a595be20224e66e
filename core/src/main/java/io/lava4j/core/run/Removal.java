package io.lava4j.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The removal of a directory of ours with all that a program may have put there. Follows no links. */
final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private Removal() {}

    /** @throws IOException if something is left */
    static void of(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            // A program may have made it one that even its owner cannot list, or take from.
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                for (Path entry : entries) {
                    asFarAsPossible(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    /** What cannot be removed must not keep the rest, among which a password may be; its directory then tells. */
    private static void asFarAsPossible(Path entry) {
        try {
            of(entry);
        } catch (IOException left) {
            LOG.debug("'{}' could not be removed: {}", entry, left.toString());
        }
    }
}
