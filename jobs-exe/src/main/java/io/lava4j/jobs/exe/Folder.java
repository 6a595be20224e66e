package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.jobs.exe.process.Copies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The job's private directory: programs work in it, and what is ours lies in a corner of it.
 *
 * @param path the directory
 */
record Folder(Path path) {

    /** The corner's name. */
    static final String OURS = ".lava";

    static Folder in(Path privateDirectory) {
        Folder folder = new Folder(privateDirectory);
        for (String name : List.of("tmp", "connections", "output", "packages")) {
            made(folder.ours(name));
        }
        return folder;
    }

    Path temporary() {
        return ours("tmp");
    }

    Path connections() {
        return ours("connections");
    }

    /** For the output of one program. */
    Path output(int number) {
        return made(ours("output").resolve(Integer.toString(number)));
    }

    /** For the content of one package. */
    Path unpacked(int number) {
        return made(ours("packages").resolve(Integer.toString(number)));
    }

    /** Fetches a program to where it works. */
    Path program(Payload payload, ObjectStore store) {
        return fetched(payload, store, path.resolve(payload.name()));
    }

    /** Fetches a package to where it is not in its own way. */
    Path packed(Payload payload, ObjectStore store, int number) {
        return fetched(payload, store, ours("packages").resolve(number + ".packed"));
    }

    /** Now all that may be run is written: what another job starts meanwhile must not keep it from being run. */
    void settle() {
        try {
            Copies.awaitClosed(path);
        } catch (IOException failed) {
            throw new JobFailedException("directory '" + path + "' cannot be found: " + failed, failed);
        }
    }

    private static Path fetched(Payload payload, ObjectStore store, Path file) {
        try (InputStream content = store.open(payload.object())) {
            Files.copy(content, file);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new JobFailedException(
                    "payload '" + payload.object().uri() + "' cannot be fetched to '" + file + "': " + failed
                            + "; check the disk",
                    failed);
        }
    }

    private Path ours(String name) {
        return path.resolve(OURS).resolve(name);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failed) {
            throw new JobFailedException(
                    "directory '" + directory + "' cannot be made: " + failed + "; check the disk", failed);
        }
    }
}
