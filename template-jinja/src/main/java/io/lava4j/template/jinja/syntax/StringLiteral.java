package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Fault;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a string in quotes means: Python's escapes; an unknown one stays as it is. */
final class StringLiteral {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", Pattern.DOTALL);
    private static final String LETTERS = "abfnrtv\\'\"\n";
    private static final String[] MEANINGS = {"\u0007", "\b", "\f", "\n", "\r", "\t", "\u000b", "\\", "'", "\"", ""};

    private StringLiteral() {}

    static String meaning(String content) {
        return content.indexOf('\\') < 0
                ? content
                : ESCAPE.matcher(content).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        if (escape.group(1) != null) {
            return Character.toString(Integer.parseInt(escape.group(1), 8));
        }
        for (int group = 2; group <= 4; group++) {
            if (escape.group(group) != null) {
                return point(Long.parseLong(escape.group(group), 16));
            }
        }
        if ("xuUN".contains(escape.group(5))) {
            throw new Fault("a string holds an unfinished escape '\\" + escape.group(5) + "'");
        }
        int letter = LETTERS.indexOf(escape.group(5));
        return letter < 0 ? escape.group() : MEANINGS[letter];
    }

    private static String point(long point) {
        if (point > Character.MAX_CODE_POINT) {
            throw new Fault("a string holds an escape for no character");
        }
        return Character.toString((int) point);
    }
}
