package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Output that goes into files, past this process. */
record KeptOutput(Path directory) implements Output {

    @Override
    public void direct(ProcessBuilder builder) {
        builder.redirectOutput(file("stdout").toFile())
                .redirectError(file("stderr").toFile());
    }

    @Override
    public void begin(Process process) {
        // The system writes the files.
    }

    @Override
    public void await() {
        // Nothing is on its way.
    }

    @Override
    public void leave() {
        // Nobody is waited for.
    }

    @Override
    public String errorBegins() {
        Beginning beginning = new Beginning();
        try (InputStream error = Files.newInputStream(file("stderr"))) {
            beginning.add(error.readNBytes(Beginning.BYTES));
        } catch (IOException gone) {
            // The program removed it.
        }
        return beginning.text();
    }

    @Override
    public Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("stdout", file("stdout"));
        files.put("stderr", file("stderr"));
        return files;
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
