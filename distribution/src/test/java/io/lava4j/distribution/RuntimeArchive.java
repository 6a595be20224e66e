package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The archive with a Java of its own, made from the assembly as {@code make dist} does, with a rehearsal that needs no server. */
record RuntimeArchive(Path file) {

    private static final int MINUTES = 30;

    /** Made, unless no JDK is there that can; what there is to say of that is printed. */
    static Optional<RuntimeArchive> made(Path directory) throws IOException, InterruptedException {
        Path archive = directory.resolve("archive.tar.gz");
        Path said = directory.resolve("said");
        ProcessBuilder build = new ProcessBuilder("../build/runtime", archive.toString());
        build.environment().put("LAVA_REHEARSAL", "local");
        run(build.redirectErrorStream(true).redirectOutput(said.toFile()));
        if (Files.exists(archive)) {
            return Optional.of(new RuntimeArchive(archive));
        }
        String text = Files.readString(said);
        assertTrue(text.startsWith("build/runtime: no JDK from 25 on was found"), text);
        System.out.println(text.strip());
        return Optional.empty();
    }

    /** The folder that the archive holds. */
    Path unpackedIn(Path directory) throws IOException, InterruptedException {
        run(new ProcessBuilder("tar", "-xzf", file.toString(), "-C", directory.toString()).inheritIO());
        try (Stream<Path> folders = Files.list(directory)) {
            List<Path> all = folders.toList();
            assertEquals(1, all.size(), all.toString());
            return all.get(0);
        }
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), builder.command() + " did not end");
            assertEquals(0, process.exitValue(), builder.command().toString());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
