package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders that take long to make: made once for a home, whole or not at all, by one JVM while others wait. */
final class Cache {
    // File locks hold between JVMs; within one, a second request for the same lock would be an error.
    private static final Map<Path, Object> ONE_AT_A_TIME = new ConcurrentHashMap<>();

    private final Path directory;

    Cache(Path directory) {
        this.directory = directory;
    }

    /** Fills an empty folder. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** The folder of that name; filled now, when it is not there. */
    Path entry(String name, Filler filler) {
        Path entry = directory.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        synchronized (ONE_AT_A_TIME.computeIfAbsent(entry, path -> new Object())) {
            try {
                Folders.createPrivate(directory);
                makeUnlessThere(entry, filler);
            } catch (IOException e) {
                throw new SandboxException("The sandbox's cache '" + entry + "' cannot be made: " + e, e);
            }
        }
        return entry;
    }

    private static void makeUnlessThere(Path entry, Filler filler) throws IOException {
        Path lockFile = entry.resolveSibling(entry.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(entry)) {
                make(entry, filler);
            }
        }
    }

    private static void make(Path entry, Filler filler) throws IOException {
        Path unfinished = entry.resolveSibling(entry.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Folders.createPrivate(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }
}
