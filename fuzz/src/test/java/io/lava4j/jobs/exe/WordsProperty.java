package io.lava4j.jobs.exe;

import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A command line is cut into the words that are meant, and any text into words or a fault. */
public final class WordsProperty implements Property {

    @Override
    public void holds(Choices data) {
        List<String> words = Hostile.names(data, 5);
        String line = WrittenWords.of(data, words, false);
        Assertions.assertEquals(words, ShellWords.of(line), line);
        try {
            ShellWords.of(Hostile.text(data));
        } catch (IllegalArgumentException fault) {
            Assertions.assertTrue(fault.getMessage().matches("(?s)(has a|ends in a) .*"), fault.getMessage());
        }
    }
}
