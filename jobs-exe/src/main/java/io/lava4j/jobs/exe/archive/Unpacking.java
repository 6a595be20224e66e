package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Unpacks a package. */
public final class Unpacking {

    private final Tree tree;
    private final Links links;

    private Unpacking(Path directory) {
        this.tree = new Tree(directory);
        this.links = new Links(tree);
    }

    /**
     * Unpacks.
     *
     * @param name tells the format by how it ends
     * @param file the package
     * @param directory an empty one, without links on the way to it
     * @throws IOException if it is damaged, too large, or would leave the directory: the message is said of it, in the
     *     manner of {@code holds …}
     */
    public static void of(String name, Path file, Path directory) throws IOException {
        Unpacking unpacking = new Unpacking(directory);
        Budget budget = new Budget(Files.size(file));
        try (Archive archive = Archive.open(name, file, budget)) {
            for (Optional<Entry> next = archive.next(); next.isPresent(); next = archive.next()) {
                budget.entry();
                unpacking.unpack(next.get());
            }
        } catch (RuntimeException damaged) {
            throw new IOException("is damaged: " + damaged, damaged);
        }
        unpacking.links.make();
    }

    private void unpack(Entry entry) throws IOException {
        switch (entry.kind()) {
            case FILE -> tree.file(entry);
            case DIRECTORY -> tree.directory(entry);
            case HARD_LINK -> tree.hardLink(entry);
            case SYMBOLIC_LINK -> links.add(entry);
            case OTHER ->
                throw new Refusal("holds the entry '" + entry.name()
                        + "', which is a device or a pipe: expected files, directories and links");
        }
    }
}
