package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The symbolic links of an archive. They are made when all else is in place, and followed when all are made: only then it
 * shows where each of them leads.
 */
final class Links {

    private final Tree tree;
    private final List<Entry> entries = new ArrayList<>();

    Links(Tree tree) {
        this.tree = tree;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void make() throws IOException {
        for (Entry entry : entries) {
            make(entry);
        }
        for (Entry entry : entries) {
            requireWithin(entry);
        }
    }

    private void make(Entry entry) throws IOException {
        try {
            Path link = tree.cleared(entry);
            Files.createSymbolicLink(link, link.getFileSystem().getPath(entry.target()));
        } catch (InvalidPathException notOfThisSystem) {
            throw out(entry);
        }
    }

    private void requireWithin(Entry entry) throws IOException {
        if (!new Route(tree.root(), tree.path(entry.name())).staysWithin()) {
            throw out(entry);
        }
    }

    private static Refusal out(Entry entry) {
        return new Refusal("holds the link '" + entry.name() + "' to '"
                + entry.target().replace('\0', '?') + "', which leads out of it: expected a relative path within");
    }
}
