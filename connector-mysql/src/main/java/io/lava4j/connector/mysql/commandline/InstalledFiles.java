package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.PrivateFile;
import io.lava4j.core.error.JobFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one installation.
 *
 * @param executable the script
 * @param options the option file
 * @param certificates the CA's, in PEM
 * @param fingerprints of the server's certificates
 * @param plugins a directory of links; its name is what the client tells of a plugin that is not there
 */
record InstalledFiles(Path executable, Path options, Path certificates, Path fingerprints, Path plugins) {

    static InstalledFiles in(Path directory, String name) {
        Path absolute = directory.toAbsolutePath();
        return new InstalledFiles(
                absolute.resolve(name),
                absolute.resolve(name + ".cnf"),
                absolute.resolve(name + ".pem"),
                absolute.resolve(name + ".fp"),
                absolute.resolve(name + ".set-ssl-to-true-for"));
    }

    void writeScript(byte[] content) {
        write(executable, content, true);
    }

    void writeCertificates(byte[] content) {
        write(certificates, content, false);
    }

    void writeOptions(byte[] content) {
        replace(options, content);
    }

    void writeFingerprints(byte[] content) {
        replace(fingerprints, content);
    }

    void linkPlugins(List<Path> allowed) {
        try {
            Files.createDirectory(plugins);
            for (Path plugin : allowed) {
                Files.createSymbolicLink(plugins.resolve(plugin.getFileName()), plugin);
            }
        } catch (IOException failed) {
            throw failure("'" + plugins + "' cannot be made", failed);
        }
    }

    void remove() {
        Stream<Path> files =
                Stream.of(executable, options, next(options), certificates, fingerprints, next(fingerprints));
        List<IOException> failures = Stream.of(files, links(), Stream.of(plugins))
                .flatMap(each -> each)
                .flatMap(file -> removed(file).stream())
                .toList();
        if (!failures.isEmpty()) {
            throw failure("what was installed beside '" + executable + "' cannot be removed", failures.get(0));
        }
    }

    private Stream<Path> links() {
        try (Stream<Path> links = Files.list(plugins)) {
            return links.toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** A client that starts meanwhile reads the old file or the new one, whole. */
    private static void replace(Path file, byte[] content) {
        Path next = next(file);
        // Of a try that failed half way, such as on a full disk.
        removed(next);
        write(next, content, false);
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw failure("'" + file + "' cannot be replaced", failed);
        }
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private static Optional<IOException> removed(Path file) {
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(failed);
        }
    }

    private static void write(Path file, byte[] content, boolean executable) {
        try (OutputStream out = executable ? PrivateFile.createExecutable(file) : PrivateFile.create(file)) {
            out.write(content);
        } catch (IOException failed) {
            throw failure("'" + file + "' cannot be written", failed);
        }
    }

    private static JobFailedException failure(String what, IOException cause) {
        return new JobFailedException(what + " (" + cause + ")", cause);
    }
}
