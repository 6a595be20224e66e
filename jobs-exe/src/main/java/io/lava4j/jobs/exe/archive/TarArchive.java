package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive. */
final class TarArchive implements Archive {

    private final TarArchiveInputStream stream;

    TarArchive(InputStream unpacked) {
        this.stream = new TarArchiveInputStream(unpacked, "UTF-8");
    }

    @Override
    public Optional<Entry> next() throws IOException {
        TarArchiveEntry entry = stream.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.isSparse()) {
            // Its holes are nowhere in the archive, so that no bound on what is read would hold them.
            throw new Refusal("holds the sparse file '" + entry.getName() + "': pack it without --sparse");
        }
        return Optional.of(new Entry(entry.getName(), kind(entry), entry.getMode(), entry.getLinkName(), stream));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static Entry.Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return Entry.Kind.SYMBOLIC_LINK;
        }
        if (entry.isLink()) {
            return Entry.Kind.HARD_LINK;
        }
        if (entry.isDirectory()) {
            return Entry.Kind.DIRECTORY;
        }
        boolean device = entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
        return device ? Entry.Kind.OTHER : Entry.Kind.FILE;
    }
}
