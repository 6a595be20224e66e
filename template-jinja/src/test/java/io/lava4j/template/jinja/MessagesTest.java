package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message says what is wrong, in Jinja's words where it has them, and where. */
final class MessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{ nope }}                  = 'nope' is undefined (line 1, column 1)
                    {{ nope + 1 }}              = 'nope' is undefined (line 1, column 9)
                    {{ vars.nope }}             = 'dict object' has no attribute 'nope' (line 1, column 1)
                    {{ vars.x.nosuch() }}       = 'str object' has no attribute 'nosuch' (line 1, column 17)
                    a{{ 'x' | nosuch }}         = no filter named 'nosuch' (line 1, column 11)
                    {{ 1 is nosuch }}           = no test named 'nosuch' (line 1, column 6)
                    {{ 1 / 0 }}                 = division by zero (line 1, column 6)
                    {{ key. }}                  = unexpected end of print statement, expected a name or a number (line 1, column 9)
                    {{ unclosed                 = unexpected end of template, expected 'end of print statement' (line 1, column 12)
                    {% if %}                    = expected an expression, got end of statement block (line 1, column 7)
                    {% include 'x' %}           = 'include' is not offered (line 1, column 4)
                    {% endif %}                 = unknown or misplaced tag 'endif' (line 1, column 4)
                    {% if 1 %}                  = unexpected end of template, expected 'elif' or 'else' or 'endif' (line 1, column 11)
                    {{ 'a'.split(x) }}          = 'x' is undefined (line 1, column 13)
                    {{ 'a'.upper(1) }}          = upper() takes at most 0 arguments (1 given) (line 1, column 13)
                    {{ 'a'.zfill('b') }}        = zfill() got 'str' for 'width': expected a whole number (line 1, column 13)
                    {{ 1 < 'a' }}               = '<' not supported between instances of 'int' and 'str' (line 1, column 4)
                    {{ utils.re.search('(', key) }} = regular expression '(', position 1: missing ) (line 1, column 19)
                    """)
    void faultsAreNamedWithTheirPlace(String template, String message) {
        assertEquals(message, fault(template));
    }

    @Test
    void linesAreCounted() {
        assertEquals("'x' is undefined (line 3, column 9)", fault("a\r\nb\n  {% if x %}{% endif %}"));
    }

    private static String fault(String template) {
        Map<String, Object> variables = Map.of("vars", Map.of("x", "y"), "key", "a/b");
        return assertThrows(IllegalArgumentException.class, () -> new JinjaTemplates().render(template, variables))
                .getMessage();
    }
}
