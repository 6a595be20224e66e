package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A directory that is filled with an archive's entries. Symbolic links are not made here, so no entry goes through one.
 *
 * @param root the directory
 */
record Tree(Path root) {

    /** Where a name of the archive leads. */
    Path path(String name) throws Refusal {
        try {
            Path path = root;
            for (String part : name.split("/")) {
                if (part.equals("..")) {
                    throw out(name);
                }
                path = part.equals(".") ? path : path.resolve(part);
            }
            if (name.startsWith("/")) {
                throw out(name);
            }
            return path;
        } catch (InvalidPathException notOfThisSystem) {
            throw new Refusal("holds the entry '" + name.replace('\0', '?') + "', which no file can be named");
        }
    }

    void directory(Entry entry) throws IOException {
        Path path = path(entry.name());
        parents(path, entry);
        if (!isDirectory(path)) {
            clear(path, entry);
            Files.createDirectory(path);
        }
        if (!path.equals(root)) {
            Files.setPosixFilePermissions(path, permissions(entry.mode() | 0700));
        }
    }

    void file(Entry entry) throws IOException {
        Path path = cleared(entry);
        try (OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            entry.content().transferTo(file);
        }
        Files.setPosixFilePermissions(path, permissions(entry.mode() | 0600));
    }

    void hardLink(Entry entry) throws IOException {
        Path target = path(entry.target());
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("holds the link '" + entry.name() + "' to '" + entry.target()
                    + "', which is no file that stands before it in the package");
        }
        Path path = path(entry.name());
        if (!path.equals(target)) {
            Files.createLink(cleared(entry), target);
        }
    }

    /** The place of an entry, with nothing there: of two with one name the last counts. */
    Path cleared(Entry entry) throws IOException {
        Path path = path(entry.name());
        parents(path, entry);
        clear(path, entry);
        return path;
    }

    private void clear(Path path, Entry entry) throws IOException {
        if (isDirectory(path)) {
            throw new Refusal("holds the entry '" + entry.name() + "' also as a directory, expected one of the two");
        }
        Files.deleteIfExists(path);
    }

    private void parents(Path path, Entry entry) throws IOException {
        for (int depth = root.getNameCount() + 1; depth < path.getNameCount(); depth++) {
            Path parent = path.getRoot().resolve(path.subpath(0, depth));
            if (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(parent);
            } else if (!isDirectory(parent)) {
                throw new Refusal("holds the entry '" + entry.name() + "', which lies in '" + root.relativize(parent)
                        + "': that is no directory");
            }
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Refusal out(String name) {
        return new Refusal(
                "holds the entry '" + name + "', which leads out of it: expected a path within, without '..'");
    }

    /** Those for reading, writing and running: whose identity a file takes on is nothing a package decides. */
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & 0400 >> bit) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }
}
