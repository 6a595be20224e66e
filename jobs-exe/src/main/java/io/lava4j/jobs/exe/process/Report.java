package io.lava4j.jobs.exe.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        return lines(file).stream().findFirst().filter(Report::isNumber).map(Long::valueOf);
    }

    /**
     * How the program ended.
     *
     * @param told whether setsid tells of signals
     * @param exitValue the script's, which cannot tell a signal from an exit status above 128
     * @return an exit status; -n of signal n
     */
    int status(boolean told, int exitValue) {
        List<String> written = lines(file.resolveSibling(file.getFileName() + ".status"));
        boolean complete = written.size() == 1 && isNumber(written.get(0));
        int status = complete ? Integer.parseInt(written.get(0)) : exitValue;
        if (!told) {
            return status > SIGNALS && status <= SIGNALS + LAST_SIGNAL ? SIGNALS - status : status;
        }
        // setsid has said behind the process id that a signal ended the program: it then gives the signal, plus 128 of
        // a
        // core dump.
        return complete && lines(file).size() > 1 ? -(status % SIGNALS) : status;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static boolean isNumber(String line) {
        return line.matches("[0-9]{1,9}");
    }
}
