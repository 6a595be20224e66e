package io.lava4j.jobs.exe.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The way that a path takes when each link on it is followed: also through places where there is nothing yet. */
final class Route {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final Path root;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private Path at;
    private int links;

    /**
     * Begins in a directory.
     *
     * @param root the directory
     * @param path a path in it
     */
    Route(Path root, Path path) {
        this.root = root;
        this.at = root;
        goOn(root.relativize(path));
    }

    /** Whether no step of it leaves the directory. None of one that goes in a circle does: it has no end. */
    boolean staysWithin() throws IOException {
        boolean within = true;
        while (within && !ahead.isEmpty() && links <= MOST_LINKS) {
            within = step(ahead.pop());
        }
        return within;
    }

    private boolean step(Path name) throws IOException {
        return switch (name.toString()) {
            case "." -> true;
            case ".." -> up();
            default -> down(at.resolve(name));
        };
    }

    private boolean up() {
        boolean within = !at.equals(root);
        at = within ? at.getParent() : at;
        return within;
    }

    private boolean down(Path next) throws IOException {
        if (!Files.isSymbolicLink(next)) {
            at = next;
            return true;
        }
        links++;
        Path target = Files.readSymbolicLink(next);
        goOn(target);
        return !target.isAbsolute();
    }

    private void goOn(Path way) {
        for (int i = way.getNameCount() - 1; i >= 0; i--) {
            ahead.push(way.getName(i));
        }
    }
}
