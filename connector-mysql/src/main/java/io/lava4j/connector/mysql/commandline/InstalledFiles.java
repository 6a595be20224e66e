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
 */
record InstalledFiles(Path executable, Path options, Path certificates) {

    static InstalledFiles in(Path directory, String name) {
        Path absolute = directory.toAbsolutePath();
        return new InstalledFiles(
                absolute.resolve(name), absolute.resolve(name + ".cnf"), absolute.resolve(name + ".pem"));
    }

    void writeScript(byte[] content) {
        write(executable, content, true);
    }

    void writeCertificates(byte[] content) {
        write(certificates, content, false);
    }

    /** A client that starts meanwhile reads the old file or the new one, whole. */
    void writeOptions(byte[] content) {
        Path next = next();
        // Of a try that failed half way, such as on a full disk.
        removed(next);
        write(next, content, false);
        try {
            Files.move(next, options, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw failure("'" + options + "' cannot be replaced", failed);
        }
    }

    void remove() {
        List<IOException> failures = Stream.of(executable, options, next(), certificates)
                .flatMap(file -> removed(file).stream())
                .toList();
        if (!failures.isEmpty()) {
            throw failure("what was installed beside '" + executable + "' cannot be removed", failures.get(0));
        }
    }

    private Path next() {
        return options.resolveSibling(options.getFileName() + ".next");
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
