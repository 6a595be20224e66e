package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    /** Without what only a shell has: variables, patterns, operators, comments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b\tc",
                "  a  ",
                "'a b' \"c d\"",
                "a'b'\"c\"d",
                "'' \"\" x",
                "\\  \\' \\\" \\\\",
                "'a\\b' \"a\\b\" \"a\\\\b\" \"a\\\"b\" \"a\\'b\" \"\\$x \\`\"",
                "a\\\nb 'c\\\nd'",
                "größe Ω '🌋'",
                "\"it's\" 'say \"hi\"'",
                "a=\\#b c:d,e%f@g+h^i"
            })
    void wordsAreThoseOfTheShell(String text) throws Exception {
        assertEquals(shell(text), ShellWords.of(text));
    }

    @Test
    void whatIsSpecialToAShellAloneIsText() {
        assertEquals(
                List.of("a", "#b", "$HOME", "*", "|", "&&", ";", "`id`", "$(id)", "~", ">f", "{{vars.x}}"),
                ShellWords.of("a #b $HOME * | && ; `id` $(id) ~ >f {{vars.x}}"));
    }

    @Test
    void aTextOfBlanksHasNoWords() {
        assertEquals(List.of(), ShellWords.of(" \t\n"));
        assertEquals(List.of("a", "b"), ShellWords.of("a\nb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "run 'a b|has a single quote at character 5 that is not closed, expected another one; one that is meant"
                        + " itself follows a backslash",
                "run it\"s|has a double quote at character 7 that is not closed, expected another one; one that is meant"
                        + " itself follows a backslash",
                "run \\|ends in a backslash, expected a character behind it; a backslash itself is written \\\\"
            })
    void aFaultIsToldWithItsPlace(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ShellWords.of(text))
                        .getMessage());
    }

    private static List<String> shell(String text) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + text).start();
        String words = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor());
        return List.of(words.substring(0, words.length() - 1).split("\0", -1));
    }
}
