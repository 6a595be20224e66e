package io.lava4j.cli;

import io.lava4j.core.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Files of a directory that are written anew, each at once: whoever reads one finds all of the old or all of the new. Others
 * that are there stay.
 */
record ReplacedFiles(Path directory) {

    /**
     * Writes.
     *
     * @param texts name, perhaps with folders, to text
     * @throws ConfigurationException if the directory cannot be one, or cannot be written
     */
    void write(Map<String, String> texts) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new ConfigurationException(
                    "directory '" + directory + "': it is a file; name a directory, or one that can be made");
        }
        texts.forEach((name, text) -> write(directory.resolve(name), text));
    }

    private void write(Path file, String text) {
        Path fresh = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new ConfigurationException(
                    "file '" + file + "': it cannot be written: " + reason(failed)
                            + "; name a directory that can be written with --all",
                    failed);
        }
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "access is denied";
        }
        return failed instanceof NoSuchFileException ? "nothing can be made there" : failed.getMessage();
    }
}
