package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.CancelledException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short run of a program for what it prints. */
final class Question {

    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_BYTES = 4096;

    private final List<String> command;

    private Question(List<String> command) {
        this.command = command;
    }

    static Question to(String... command) {
        return new Question(List.of(command));
    }

    /** The beginning of what it prints, on stdout and stderr; it is ended when it takes too long. */
    String answer() throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String printed = ended
                    ? new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    : "nothing within " + PATIENCE_SECONDS + " s";
            return printed.strip();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException("'" + command.get(0) + "' was interrupted", stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
