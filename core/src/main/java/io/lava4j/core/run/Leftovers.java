package io.lava4j.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private directories whose processes are dead, beside one that is alive: of the same user, and with such names as only we
 * give. A program may have changed the mode of the one that it worked in.
 */
final class Leftovers {

    /** How the name of a private directory begins; the identity of its process follows. */
    static final String PREFIX = "lava4j-";

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Path directory;
    private final UserPrincipal user;

    private Leftovers(Path directory, UserPrincipal user) {
        this.directory = directory;
        this.user = user;
    }

    static Leftovers beside(Path own) throws IOException {
        return new Leftovers(own.getParent(), Files.getOwner(own, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whatever cannot be removed stays: another run may do better. */
    void sweep() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path path : found) {
                if (isOurs(path) && isDead(path)) {
                    remove(path);
                }
            }
        } catch (IOException unreadable) {
            LOG.info("'{}' is not searched for left-overs: {}", directory, unreadable.toString());
        }
    }

    private boolean isOurs(Path path) {
        return attributes(path)
                .filter(PosixFileAttributes::isDirectory)
                .filter(attributes -> attributes.owner().equals(user))
                .isPresent();
    }

    private static boolean isPrivate(Path path) {
        return attributes(path)
                .filter(attributes -> attributes.permissions().equals(PosixFilePermissions.fromString("rwx------")))
                .isPresent();
    }

    private static Optional<PosixFileAttributes> attributes(Path path) {
        try {
            return Optional.of(Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isDead(Path path) {
        String name = path.getFileName().toString().substring(PREFIX.length());
        int end = name.lastIndexOf('-');
        return end > 0
                && ProcessIdentity.parse(name.substring(0, end))
                        .filter(process -> isDead(process, path))
                        .isPresent();
    }

    /** A process of another numbering cannot be looked for; only its sign tells. */
    private static boolean isDead(ProcessIdentity process, Path path) {
        return process.isNear() ? process.isDead() && !Life.isSeen(path) : isPrivate(path) && Life.isOver(path);
    }

    private static void remove(Path path) {
        try {
            Removal.of(path);
            LOG.info("private directory '{}' of a process that died was removed", path);
        } catch (IOException left) {
            LOG.info("private directory '{}' of a process that died could not be removed: {}", path, left.toString());
        }
    }
}
