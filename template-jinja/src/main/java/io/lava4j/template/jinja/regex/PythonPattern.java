package io.lava4j.template.jinja.regex;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in Python's syntax.
 *
 * @param pattern the same in Java's
 * @param names numbers of its named groups
 */
public record PythonPattern(Pattern pattern, Map<String, Integer> names) {

    /**
     * Translates an expression.
     *
     * @param flags Python's numbers: 2 ignore case, 8 multiline, 16 dot matches all, 64 verbose, 256 ASCII
     */
    public static PythonPattern of(String expression, int flags) {
        Translator translator = new Translator(expression, flags);
        try {
            String translated = translator.translate();
            return new PythonPattern(Pattern.compile(translated, Pattern.UNIX_LINES), translator.names());
        } catch (PatternSyntaxException | StackOverflowError refused) {
            throw new Fault("'" + expression + "' is not offered as a regular expression: "
                    + (refused instanceof PatternSyntaxException syntax ? syntax.getDescription() : "nested too deep"));
        }
    }

    /** Does something with a matcher that stops when the budget does. */
    public <T> T on(String subject, Budget budget, Function<Matcher, T> use) {
        try {
            return use.apply(pattern.matcher(new CountedText(subject, budget)));
        } catch (StackOverflowError tooDeep) {
            throw new Fault(
                    "a regular expression needs too much memory on a text of " + subject.length() + " characters");
        }
    }
}
