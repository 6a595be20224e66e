package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip archive, as its directory has it. */
final class ZipArchive implements Archive {

    private static final int LONGEST_TARGET = 4096;

    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private final Budget budget;

    ZipArchive(Path file, Budget budget) throws IOException {
        this.zip = ZipFile.builder().setPath(file).get();
        this.entries = zip.getEntriesInPhysicalOrder();
        this.budget = budget;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        return entries.hasMoreElements() ? Optional.of(entry(entries.nextElement())) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Entry entry(ZipArchiveEntry entry) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            throw new Refusal("holds the entry '" + entry.getName()
                    + "', which is encrypted or compressed in a way that is not known here: pack it without");
        }
        InputStream content = budget.bounded(zip.getInputStream(entry));
        if (entry.isUnixSymlink()) {
            return new Entry(entry.getName(), Entry.Kind.SYMBOLIC_LINK, 0, target(entry, content), content);
        }
        Entry.Kind kind = entry.isDirectory() ? Entry.Kind.DIRECTORY : Entry.Kind.FILE;
        return new Entry(entry.getName(), kind, mode(entry), "", content);
    }

    /** Made elsewhere than on Unix, it has none. */
    private static int mode(ZipArchiveEntry entry) {
        return entry.getUnixMode() == 0 ? 0644 : entry.getUnixMode();
    }

    private static String target(ZipArchiveEntry entry, InputStream content) throws IOException {
        byte[] target = content.readNBytes(LONGEST_TARGET + 1);
        if (target.length > LONGEST_TARGET) {
            throw new Refusal("holds the link '" + entry.getName() + "', whose target is longer than any path");
        }
        return new String(target, StandardCharsets.UTF_8);
    }
}
