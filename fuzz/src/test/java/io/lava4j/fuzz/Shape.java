package io.lava4j.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The pieces that a statement is meant to have, in order. */
public final class Shape {

    private final List<Token> meant = new ArrayList<>();

    /** Words and marks, each apart by a blank. */
    public Shape words(String words) {
        for (String word : words.split(" ")) {
            meant.add(
                    Character.isLetterOrDigit(word.charAt(0)) || word.charAt(0) == '@'
                            ? Token.word(word)
                            : Token.mark(word));
        }
        return this;
    }

    public Shape string(String text) {
        meant.add(Token.string(text));
        return this;
    }

    public Shape bytes(byte[] bytes) {
        meant.add(Token.bytes(bytes));
        return this;
    }

    public Shape name(String name) {
        meant.add(Token.name(name));
        return this;
    }

    public Shape table(String schema, String table) {
        return name(schema).words(".").name(table);
    }

    public Shape names(List<String> names) {
        String before = "(";
        for (String name : names) {
            words(before).name(name);
            before = ",";
        }
        return words(")");
    }

    /** Fails unless the statement has this shape. */
    public void check(String statement) {
        List<Token> found = SqlTokens.of(statement);
        boolean same = found.size() == meant.size();
        for (int each = 0; same && each < found.size(); each++) {
            same = meant.get(each).is(found.get(each));
        }
        if (!same) {
            throw new AssertionError(
                    "statement [" + statement + "]\n was meant as " + meant + "\n and reads as " + found);
        }
    }
}
