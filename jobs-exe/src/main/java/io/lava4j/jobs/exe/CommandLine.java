package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Spec;
import java.util.List;

/**
 * A program and the arguments that stand behind it in one text.
 *
 * @param pointer where the text stands in the spec
 * @param program the first word
 * @param arguments the others
 */
record CommandLine(String pointer, String program, List<String> arguments) {

    static CommandLine of(Spec job, String pointer, String text) {
        List<String> words;
        try {
            words = ShellWords.of(text);
        } catch (IllegalArgumentException fault) {
            throw job.invalid(pointer, "'" + text + "' " + fault.getMessage());
        }
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw job.invalid(pointer, "'" + text + "' names nothing to run");
        }
        return new CommandLine(pointer, words.get(0), words.subList(1, words.size()));
    }
}
