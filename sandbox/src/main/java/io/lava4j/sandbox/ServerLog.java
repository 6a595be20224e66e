package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server said, for the error when it does not start. */
record ServerLog(List<String> lines) {
    private static final int SHOWN = 15;

    static ServerLog of(Path file) {
        try {
            return new ServerLog(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            return new ServerLog(List.of("(no log: " + e.getMessage() + ")"));
        }
    }

    boolean says(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    SandboxException failure(String subject) {
        if (says("libaio.so.1")) {
            return new SandboxException(
                    subject + ": the library libaio.so.1 is missing; on Debian and Ubuntu: apt-get install libaio1");
        }
        return SandboxException.withLog(subject, lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }
}
