package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server said, for the error when it does not start. */
record ServerLog(List<String> lines) {
    private static final int SHOWN = 15;
    private static final Pattern MISSING_LIBRARY = Pattern.compile("error while loading shared libraries: ([^:]+):");

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

    private Optional<String> missingLibrary() {
        return lines.stream()
                .map(MISSING_LIBRARY::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    SandboxException failure(String subject) {
        Optional<String> library = missingLibrary();
        if (library.isPresent()) {
            return new SandboxException(subject + ": the library '" + library.get()
                    + "' is missing; on Debian and Ubuntu: apt-get install libaio1 libnuma1");
        }
        return SandboxException.withLog(subject, lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }
}
