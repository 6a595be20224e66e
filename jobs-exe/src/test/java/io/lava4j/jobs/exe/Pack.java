package io.lava4j.jobs.exe;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Makes a package, with entries that no honest program would write too. */
final class Pack {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    private Pack(String compression) throws IOException {
        tar = new TarArchiveOutputStream(compressed(compression));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static Pack tar() {
        return tar("");
    }

    static Pack tar(String compression) {
        try {
            return new Pack(compression);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                String[] name = namesAndTexts[i].split("%");
                ZipArchiveEntry entry = new ZipArchiveEntry(name[0]);
                if (name.length > 1) {
                    entry.setUnixMode(Integer.parseInt(name[1], 8));
                }
                zip.putArchiveEntry(entry);
                zip.write(utf8(namesAndTexts[i + 1]));
                zip.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private OutputStream compressed(String compression) throws IOException {
        try {
            return switch (compression) {
                case "" -> bytes;
                case "zst" -> new ZstdOutputStream(bytes);
                default -> new CompressorStreamFactory().createCompressorOutputStream(compression, bytes);
            };
        } catch (CompressorException impossible) {
            throw new IOException(impossible);
        }
    }

    Pack file(String name, String text) {
        return file(name, 0644, utf8(text));
    }

    Pack file(String name, int mode, byte[] content) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return add(entry, content);
    }

    Pack directory(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/", true);
        entry.setMode(mode);
        return add(entry, new byte[0]);
    }

    Pack link(String name, String target) {
        return special(name, TarConstants.LF_SYMLINK, target);
    }

    Pack hardLink(String name, String target) {
        return special(name, TarConstants.LF_LINK, target);
    }

    Pack special(String name, byte kind, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    byte[] bytes() {
        try {
            tar.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Pack add(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
