package io.lava4j.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Private directories whose processes are dead, beside one that is alive: of the same user, and such as only we make. */
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
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    && attributes.owner().equals(user)
                    && attributes.permissions().equals(PosixFilePermissions.fromString("rwx------"));
        } catch (IOException gone) {
            return false;
        }
    }

    /** A process of another numbering cannot be looked for; only its sign tells. */
    private static boolean isDead(Path path) {
        String name = path.getFileName().toString().substring(PREFIX.length());
        int end = name.lastIndexOf('-');
        return end > 0
                && ProcessIdentity.parse(name.substring(0, end))
                        .filter(process ->
                                process.isNear() ? process.isDead() && !Life.isSeen(path) : Life.isOver(path))
                        .isPresent();
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
