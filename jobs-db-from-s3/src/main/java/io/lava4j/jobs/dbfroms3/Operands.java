package io.lava4j.jobs.dbfroms3;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What follows the keyword in one entry of {@code args}, taken piece by piece from the left. */
final class Operands {

    private static final String ENDS_A_WORD = "'(),";

    private final String text;
    private int at;

    Operands(String text) {
        this(text, 0);
    }

    /** Takes what stands from {@code start} on; messages show the whole text. */
    Operands(String text, int start) {
        this.text = text;
        this.at = start;
        skipBlanks();
    }

    /** Takes this word if it is next, in any case. */
    boolean takes(String word) {
        boolean next = nextWord().equalsIgnoreCase(word);
        if (next) {
            advance(word.length());
        }
        return next;
    }

    /** Takes a word; {@code what} it is appears in the message when there is none. */
    String word(String what) throws Fault {
        String word = nextWord();
        if (word.isEmpty()) {
            throw expected(what);
        }
        advance(word.length());
        return word;
    }

    String literal() throws Fault {
        return literal("");
    }

    String filledLiteral() throws Fault {
        return filledLiteral("");
    }

    /** Takes a literal that is not empty; {@code others} is what could have stood there too. */
    String filledLiteral(String others) throws Fault {
        String literal = literal(others);
        if (literal.isEmpty()) {
            throw new Fault("'" + text + "' has an empty string, expected at least one character");
        }
        return literal;
    }

    /** Takes a literal of one character, or of none. */
    String character() throws Fault {
        String literal = literal();
        if (literal.codePointCount(0, literal.length()) > 1) {
            throw new Fault("'" + text + "' has more than one character between the quotes, expected one, or none");
        }
        return literal;
    }

    /** Takes a whole number if there is anything at all. */
    OptionalInt count() throws Fault {
        if (at == text.length()) {
            return OptionalInt.empty();
        }
        String digits = nextWord();
        if (!digits.matches("[0-9]{1,9}")) {
            throw expected("a number of lines");
        }
        advance(digits.length());
        return OptionalInt.of(Integer.parseInt(digits));
    }

    /** Takes names in parentheses. */
    List<String> names() throws Fault {
        List<String> names = new ArrayList<>();
        take('(');
        do {
            names.add(word("a name"));
        } while (takesOne(','));
        take(')');
        return names;
    }

    void end() throws Fault {
        if (at < text.length()) {
            throw new Fault("'" + text + "' has '" + text.substring(at) + "' too much");
        }
    }

    private String literal(String others) throws Fault {
        if (at == text.length() || text.charAt(at) != '\'') {
            throw expected(others + "a string in single quotes");
        }
        StringLiteral literal = StringLiteral.at(at, text);
        advance(literal.end() - at);
        return literal.value();
    }

    private String nextWord() {
        int end = at;
        while (end < text.length()
                && ENDS_A_WORD.indexOf(text.charAt(end)) < 0
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private void take(char mark) throws Fault {
        if (!takesOne(mark)) {
            throw expected("'" + mark + "'");
        }
    }

    private boolean takesOne(char mark) {
        boolean next = at < text.length() && text.charAt(at) == mark;
        if (next) {
            advance(1);
        }
        return next;
    }

    private void advance(int length) {
        at += length;
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Fault expected(String what) {
        String found = at == text.length() ? "nothing" : "'" + text.substring(at) + "'";
        return new Fault("'" + text + "' has " + found + " where " + what + " was expected");
    }
}
