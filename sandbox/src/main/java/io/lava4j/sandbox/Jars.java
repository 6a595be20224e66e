package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Takes files out of a jar. */
final class Jars {
    private Jars() {}

    static void extract(Path jar, String name, Path folder) throws IOException {
        extractBelow(jar, "", name, folder);
    }

    /** Every file whose name is the first pattern and then the second; the first part is left off. */
    static void extractBelow(Path jar, String above, String below, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && entry.getName().matches(above + below)) {
                    write(zip, entry, inside(folder, entry.getName().replaceFirst(above, "")));
                }
            }
        }
    }

    static void makeRunnable(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The jar's entry '" + name + "' leads out of the folder it is unpacked in");
        }
        return file;
    }

    private static void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
