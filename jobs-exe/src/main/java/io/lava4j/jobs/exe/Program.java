package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.jobs.exe.archive.Unpacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that is ready to run.
 *
 * @param payload what it came as
 * @param file the program
 * @param directory where it works
 */
record Program(Payload payload, Path file, Path directory) {

    private static final int NAMED = 10;

    static Program alone(Payload payload, Path file) {
        Interpreter.requireUsable("payload '" + payload.object().uri() + "'", file);
        return new Program(payload, file, file.getParent());
    }

    static Program packed(Payload payload, Path packed, Path directory, CommandLine line) {
        String subject = "package '" + payload.object().uri() + "'";
        try {
            Unpacking.of(payload.name(), packed, directory);
            Path file = within(subject, directory, line.program());
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.add(PosixFilePermission.OWNER_READ);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
            Interpreter.requireUsable(subject + ", '" + line.program() + "'", file);
            return new Program(payload, file, directory);
        } catch (IOException unusable) {
            throw new JobFailedException(subject + " " + message(unusable), unusable);
        }
    }

    private static Path within(String subject, Path directory, String name) throws IOException {
        try {
            Path file = directory.resolve(name).normalize();
            if (file.startsWith(directory) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException notOfThisSystem) {
            // There is no such file.
        }
        throw new JobFailedException(subject + " holds no file '" + name
                + "', which 'command' names: expected a path within it; it holds " + names(directory));
    }

    private static String names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            String names = entries.map(entry -> "'" + entry.getFileName() + "'")
                    .sorted()
                    .limit(NAMED)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "nothing" : names;
        }
    }

    private static String message(IOException unusable) {
        String message = unusable.getMessage();
        boolean said = message != null && message.matches("(holds|unpacks|does|is) .*");
        return said ? message : "cannot be unpacked: " + unusable;
    }
}
