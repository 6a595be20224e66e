package io.lava4j.template.jinja.regex;

import io.lava4j.template.jinja.value.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression that is being read. */
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    boolean hasNext() {
        return at < text.length();
    }

    char peek() {
        if (!hasNext()) {
            throw fault("unexpected end");
        }
        return text.charAt(at);
    }

    char next() {
        char current = peek();
        at++;
        return current;
    }

    int nextPoint() {
        peek();
        int point = text.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    boolean starts(String prefix) {
        return text.startsWith(prefix, at);
    }

    boolean isNext(Pattern form) {
        return form.matcher(text).region(at, text.length()).lookingAt();
    }

    /** Takes what the form matches here. */
    Optional<Matcher> find(Pattern form) {
        Matcher here = form.matcher(text).region(at, text.length());
        if (!here.lookingAt()) {
            return Optional.empty();
        }
        at = here.end();
        return Optional.of(here);
    }

    Fault fault(String what) {
        return new Fault("regular expression '" + text + "', position " + at + ": " + what);
    }
}
