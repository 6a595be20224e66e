package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    private Path folder;

    private Cache cache;

    @BeforeEach
    void make() {
        cache = new Cache(folder);
    }

    @Test
    void anEntryIsMadeOnceHoweverManyAskAtOnce() throws IOException {
        var made = new AtomicInteger();
        Supplier<Path> asking = () -> cache.entry("a", entry -> {
            made.incrementAndGet();
            Files.writeString(entry.resolve("file"), "content");
        });

        AtOnce.make(List.of(asking, asking, asking, asking));

        assertEquals(1, made.get());
        assertEquals("content", Files.readString(folder.resolve("a/file")));
    }

    @Test
    void aFailureLeavesNoEntryAndTheNextOneStartsAfresh() throws IOException {
        var failure = assertThrows(
                SandboxException.class,
                () -> cache.entry("a", entry -> {
                    Files.writeString(entry.resolve("half"), "");
                    throw new IOException("disk full");
                }));
        Path entry = cache.entry("a", fresh -> Files.writeString(fresh.resolve("whole"), ""));

        assertEquals(
                "The sandbox's cache '" + folder.resolve("a") + "' cannot be made: java.io.IOException: disk full",
                failure.getMessage());
        try (Stream<Path> files = Files.list(entry)) {
            assertEquals(List.of(entry.resolve("whole")), files.toList());
        }
    }
}
