package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the supervising script reports.
 *
 * @param file where
 */
record Report(Path file) {

    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    /** The program's process id, once it is about to start. */
    Optional<Long> leader() {
        return fromLeader().findFirst().map(Long::valueOf);
    }

    /** Whether the program has ended, though what it left may not have. */
    boolean hasStatus() {
        return writtenStatus().isPresent();
    }

    /**
     * How the program ended.
     *
     * @param told whether setsid tells of signals
     * @param exitValue the script's, which cannot tell a signal from an exit status above 128
     * @return an exit status; -n of signal n
     */
    int status(boolean told, int exitValue) {
        Optional<Integer> written = writtenStatus();
        int status = written.orElse(exitValue);
        if (!told) {
            return status > SIGNALS && status <= SIGNALS + LAST_SIGNAL ? SIGNALS - status : status;
        }
        // Behind the process id setsid has said that a signal ended the program: it gives the signal then, plus 128 of
        // a core dump.
        return written.isPresent() && fromLeader().count() > 1 ? -(status % SIGNALS) : status;
    }

    /** The first number, and what follows: before it the shell may have spoken of a locale, or the system of a library. */
    private Stream<String> fromLeader() {
        return lines(file).stream().dropWhile(line -> !isNumber(line));
    }

    private Optional<Integer> writtenStatus() {
        List<String> written = lines(file.resolveSibling(file.getFileName() + ".status"));
        return written.stream()
                .filter(line -> written.size() == 1 && isNumber(line))
                .findFirst()
                .map(Integer::valueOf);
    }

    /** Whatever encoding others speak in: ours is digits. */
    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static boolean isNumber(String line) {
        return line.matches("[0-9]{1,9}");
    }
}
