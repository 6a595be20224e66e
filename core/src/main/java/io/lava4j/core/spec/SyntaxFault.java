package io.lava4j.core.spec;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * What a parser has to say about a text that it cannot read, in one line and without its advice to programmers.
 *
 * @param position line and column, such as {@code 3:5}; empty when unknown
 * @param message what is wrong
 */
record SyntaxFault(String position, String message) {

    /** The YAML parser puts marks and pieces of the text between its sentences; the last mark is the fault's own. */
    private static final Pattern MARK = Pattern.compile("(?m)^ in reader, line (\\d+), column (\\d+)");

    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "(: enable `| \\(start marker at | \\(not recognized as one since |, from `StreamRead| \\(Do not use ).*");

    /** What a JSON parser quotes may be a secret whose quotation marks were forgotten. */
    private static final Pattern QUOTED_TOKEN = Pattern.compile("Unrecognized token '.*");

    /** The parser's words for the commonest fault, which do not tell what to do. */
    private static final String COLON = "mapping values are not allowed here";

    private static final String REMEDY = "; indent fields alike, and put a value that holds ': ' in quotes";

    static SyntaxFault of(JacksonException syntax) {
        String text = syntax.getOriginalMessage() == null ? "" : syntax.getOriginalMessage();
        String position = MARK.matcher(text)
                .results()
                .reduce((first, last) -> last)
                .map(SyntaxFault::position)
                .orElseGet(() -> position(syntax.getLocation()));
        String sentence = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(line -> FOR_PROGRAMMERS.matcher(line).replaceFirst(""))
                .map(
                        line -> QUOTED_TOKEN
                                .matcher(line)
                                .replaceFirst(
                                        "a word that is no value: expected a string in quotation marks, a number, true, false or null"))
                .collect(Collectors.joining(": "));
        return new SyntaxFault(position, "cannot be read: " + sentence + (sentence.endsWith(COLON) ? REMEDY : ""));
    }

    static String position(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : location.getLineNr() + ":" + Math.max(1, location.getColumnNr());
    }

    private static String position(MatchResult mark) {
        return mark.group(1) + ":" + mark.group(2);
    }
}
