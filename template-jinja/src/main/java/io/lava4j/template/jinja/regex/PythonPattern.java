package io.lava4j.template.jinja.regex;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.CountedText;
import io.lava4j.template.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
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
     * @param flags Python's numbers, see {@link Flags}
     */
    public static PythonPattern of(String expression, int flags) {
        Translator translator = new Translator(expression, flags);
        try {
            return new PythonPattern(compiled(translator.translate()), translator.names());
        } catch (PatternSyntaxException refused) {
            throw new Fault("'" + expression + "' is not offered as a regular expression: " + refused.getDescription());
        }
    }

    private static Pattern compiled(String translated) {
        return Pattern.compile(translated, Pattern.UNIX_LINES);
    }

    /** What one look at a text finds, such as {@link Matcher#find()}. */
    public Optional<MatchResult> first(String subject, Budget budget, Predicate<Matcher> look) {
        return bounded(subject, () -> {
            Matcher matcher = pattern.matcher(new CountedText(subject, budget));
            return look.test(matcher) ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        });
    }

    /** All that do not overlap. As in Python, where nothing matched something may match still. */
    public List<MatchResult> all(String subject, Budget budget) {
        return bounded(subject, () -> {
            CountedText text = new CountedText(subject, budget);
            Matcher matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
            Matcher advancing = compiled("(?:" + pattern.pattern() + ")(?!\\G)").matcher(text);
            List<MatchResult> all = new ArrayList<>();
            while (matcher.find()) {
                budget.items(1 + matcher.groupCount());
                all.add(matcher.toMatchResult());
                if (matcher.start() == matcher.end() && advances(advancing, matcher.end(), subject.length())) {
                    all.add(advancing.toMatchResult());
                    matcher.region(advancing.end(), subject.length());
                }
            }
            return all;
        });
    }

    private static boolean advances(Matcher advancing, int from, int end) {
        return advancing
                .region(from, end)
                .useAnchoringBounds(false)
                .useTransparentBounds(true)
                .lookingAt();
    }

    private static <T> T bounded(String subject, Supplier<T> use) {
        try {
            return use.get();
        } catch (StackOverflowError tooDeep) {
            throw new Fault(
                    "a regular expression needs too much memory on a text of " + subject.length() + " characters");
        }
    }
}
