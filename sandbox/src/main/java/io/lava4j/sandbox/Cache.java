package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Folders that take long to make: made once for a home, whole or not at all, by one JVM while others wait. */
final class Cache {
    // File locks hold between JVMs; within one, a second request for the lock would be an error.
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path directory;

    Cache(Path directory) {
        this.directory = directory;
    }

    /** Fills an empty folder. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    Path entry(String name, Filler filler) {
        Path entry = directory.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        synchronized (ONE_AT_A_TIME) {
            try {
                Folders.createPrivate(directory);
                makeAlone(entry, filler);
            } catch (IOException e) {
                throw new SandboxException("The sandbox's cache '" + entry + "' cannot be made: " + e, e);
            }
        }
        return entry;
    }

    private void makeAlone(Path entry, Filler filler) throws IOException {
        Path lockFile = directory.resolve(".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(entry)) {
                make(entry, filler);
            }
        }
    }

    private void make(Path entry, Filler filler) throws IOException {
        Path unfinished = directory.resolve(entry.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Folders.createPrivate(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }
}
