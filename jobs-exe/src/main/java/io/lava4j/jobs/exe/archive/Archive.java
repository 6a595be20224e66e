package io.lava4j.jobs.exe.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A package, entry by entry. */
interface Archive extends Closeable {

    /** The next entry, whose content is to be read before the one behind it is asked for. */
    Optional<Entry> next() throws IOException;

    /** @param name what tells its format */
    static Archive open(String name, Path file, Budget budget) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return new ZipArchive(file, budget);
        }
        if (!lower.endsWith(".tar") && !lower.endsWith(".tgz") && !lower.contains(".tar.")) {
            throw new Refusal(
                    "does not tell its format by its name, expected one that ends in .zip, .tar, .tgz or .tar.gz,"
                            + " .tar.bz2, .tar.xz, .tar.zst");
        }
        InputStream stream = Files.newInputStream(file);
        try {
            return new TarArchive(budget.bounded(Compression.undone(stream)));
        } catch (IOException | RuntimeException unreadable) {
            stream.close();
            throw unreadable;
        }
    }
}
