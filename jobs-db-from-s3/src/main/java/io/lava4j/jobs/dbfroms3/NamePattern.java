package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.Spec;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A schema or table written as a slash and a regular expression: its group 1 is the name, found in the key. */
final class NamePattern {

    private static final int LONGEST = 1_000;
    private static final int MOST_REPEATS = 1_000_000;
    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]+)");

    /** Python's way to name a group; only its number counts here. */
    private static final Pattern NAMED_GROUP = Pattern.compile("(?<!\\\\)\\(\\?P<\\w+>");

    private final Spec parameters;
    private final String field;
    private final String text;
    private final Pattern pattern;

    private NamePattern(Spec parameters, String field, String text) {
        this.parameters = parameters;
        this.field = field;
        this.text = text;
        this.pattern = compiled();
    }

    /** Whether a name is written so. */
    static boolean is(String name) {
        return name.startsWith("/");
    }

    /** Compiles it, or throws. */
    static NamePattern of(Spec parameters, String field, String text) {
        return new NamePattern(parameters, field, text);
    }

    String find(String key) {
        String searched = KeyName.withoutSuffix(key);
        Matcher matcher = pattern.matcher(new Effort(searched));
        return bounded(() -> matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.<MatchResult>empty())
                .map(match -> match.group(1))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> invalid("finds no name in '" + searched
                        + "', the key without its suffix: expected a match whose group 1 is not empty"));
    }

    private Pattern compiled() {
        if (text.length() > LONGEST) {
            throw parameters.invalid(
                    "/" + field,
                    "is a regular expression of " + text.length() + " characters: expected at most " + LONGEST);
        }
        requireFewRepeats();
        try {
            Pattern compiled =
                    Pattern.compile(NAMED_GROUP.matcher(text.substring(1)).replaceAll("("));
            if (compiled.matcher("").groupCount() == 0) {
                throw invalid("has no group: expected parentheses around the name, as in '/([a-z]+)$'");
            }
            return compiled;
        } catch (PatternSyntaxException fault) {
            throw invalid(
                    "is no regular expression: " + fault.getDescription() + " at character " + (fault.getIndex() + 2));
        }
    }

    /** Repeating nothing looks at no character, so {@link Effort} would not notice. */
    private void requireFewRepeats() {
        long repeats = REPEAT.matcher(text)
                .results()
                .mapToLong(repeat -> Math.max(1, number(repeat.group(1))))
                .reduce(1, (one, other) -> Math.min(one * other, 1L + MOST_REPEATS));
        if (repeats > MOST_REPEATS) {
            throw invalid("repeats something more than " + MOST_REPEATS + " times: expected fewer");
        }
    }

    /** More digits than these are too many by any measure, and a product of two still fits. */
    private static long number(String digits) {
        return digits.length() > 7 ? 1L + MOST_REPEATS : Long.parseLong(digits);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            return work.get();
        } catch (Effort.Spent | StackOverflowError hopeless) {
            throw invalid("takes too long to search: expected a simpler regular expression");
        }
    }

    private InvalidSpecException invalid(String message) {
        return parameters.invalid("/" + field, "'" + text + "' " + message);
    }
}
