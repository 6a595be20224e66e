package io.lava4j.jobs.exe.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell says when it starts may stand before the process id, in whatever encoding. */
class ReportTest {

    @TempDir
    private Path directory;

    @Test
    void theLeaderIsTheFirstNumber() throws IOException {
        assertEquals(Optional.of(4711L), reported("größe: 12 missing\n\n4711\n").leader());
        assertEquals(Optional.empty(), reported("größe: 12 missing\n").leader());
    }

    @Test
    void aSignalIsWhatIsSaidBehindTheLeader() throws IOException {
        Files.writeString(directory.resolve("report.status"), "9\n");
        assertEquals(9, reported("größe: 12 missing\n4711\n").status(true, 0));
        assertEquals(
                -9,
                reported("größe: 12 missing\n4711\nchild 4711 did not exit normally\n")
                        .status(true, 0));
    }

    private Report reported(String text) throws IOException {
        return new Report(Files.writeString(directory.resolve("report"), text, StandardCharsets.ISO_8859_1));
    }
}
