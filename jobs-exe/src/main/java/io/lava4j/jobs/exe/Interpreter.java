package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that a script's first line names: what is wrong with it, the system tells in a way that nobody understands. */
final class Interpreter {

    /** Linux reads no more of it. */
    private static final int LONGEST_LINE = 256;

    private Interpreter() {}

    static void requireUsable(String subject, Path file) {
        String line = firstLine(file);
        if (!line.startsWith("#!")) {
            return;
        }
        if (line.endsWith("\r")) {
            throw new JobFailedException(subject + " begins with the line '" + line.strip()
                    + "' that ends as lines do on DOS and Windows, in CR LF: the system would look for '"
                    + line.substring(2).strip() + "\\r'; store it with lines that end in LF, such as dos2unix makes");
        }
        String interpreter = line.substring(2).strip().split("[ \t]", 2)[0];
        if (interpreter.startsWith("/") && !new File(interpreter).canExecute()) {
            throw new JobFailedException(subject + " begins with the line '" + line.strip()
                    + "', and there is no program '" + interpreter + "' on this machine: install it, or name another");
        }
    }

    private static String firstLine(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            String begin = new String(stream.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
            int end = begin.indexOf('\n');
            return end < 0 ? begin : begin.substring(0, end);
        } catch (IOException unreadable) {
            throw new JobFailedException("file '" + file + "' cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
