package io.lava4j.template.jinja.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an expression of Python's in Java's syntax; what the two understand differently is spelt out. */
final class Translator {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern OPEN_NAMED = Pattern.compile("\\(\\?P<([^>]*)>");
    private static final Pattern NAMED_REFERENCE = Pattern.compile("\\(\\?P=([^)]*)\\)");
    private static final Pattern COMMENT = Pattern.compile("\\(\\?#[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\\\([1-9]\\d?)(?!\\d)");
    private static final Pattern OPEN_PLAIN = Pattern.compile("\\(\\?[:>]");
    private static final Pattern OPEN_LOOK = Pattern.compile("\\(\\?<?[=!]");
    private static final Pattern GLOBAL_FLAGS = Pattern.compile("\\(\\?([aimsux]+)\\)");
    private static final Pattern SCOPED_FLAGS = Pattern.compile("\\(\\?([imsux]*)(?:-([imsx]+))?:");
    private static final int MOST_DEPTH = 50;

    private final Scanner in;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> names = new HashMap<>();
    private final Deque<Group> open = new ArrayDeque<>();
    private final Escapes escapes;
    private Group group;
    private int groups;

    Translator(String expression, int flags) {
        in = new Scanner(expression);
        Flags all = in.find(GLOBAL_FLAGS)
                .map(letters -> Flags.of(letters.group(1)))
                .orElse(Flags.of(""))
                .with(new Flags(flags));
        group = new Group(all, false);
        escapes = new Escapes(in, all.ascii());
    }

    Map<String, Integer> names() {
        return Map.copyOf(names);
    }

    String translate() {
        out.append(group.flags().ignoreCase() ? "(?iu)" : "");
        while (in.hasNext()) {
            next();
        }
        if (!open.isEmpty()) {
            throw in.fault("missing )");
        }
        group.whole();
        return out.toString();
    }

    private void next() {
        char current = in.peek();
        if (group.flags().verbose() && (Character.isWhitespace(current) || current == '#')) {
            skipComment();
            return;
        }
        switch (current) {
            case '(' -> open();
            case ')' -> close();
            case '|' -> alternative();
            case '*', '+', '?' -> repeat();
            case '{' -> brace();
            case '^' -> position(group.flags().multiline() ? "(?<![^\\n])" : "\\A");
            case '$' -> position(group.flags().multiline() ? "(?![^\\n])" : "(?=\\n?\\z)");
            case '.' -> {
                in.next();
                character(group.flags().dotAll() ? "(?s:.)" : "[^\\n]");
            }
            case '[' -> character(new CharacterClass(in, escapes).translate());
            case '\\' -> escaped();
            default -> character(Escapes.literal(in.nextPoint()));
        }
    }

    private void position(String translated) {
        in.next();
        out.append(translated);
        group.add(Effort.NOTHING);
    }

    private void character(String translated) {
        out.append(translated);
        group.add(Effort.CHARACTER);
    }

    private void alternative() {
        in.next();
        group.alternative();
        out.append('|');
    }

    private void skipComment() {
        if (in.next() == '#') {
            in.find(Pattern.compile("[^\\n]*"));
        }
    }

    private void escaped() {
        in.find(REFERENCE).ifPresentOrElse(number -> reference(Integer.parseInt(number.group(1))), () -> {
            Escapes.Atom atom = escapes.next();
            out.append(atom.translated());
            group.add(atom.reads() ? Effort.CHARACTER : Effort.NOTHING);
        });
    }

    private void reference(int number) {
        if (number > groups) {
            throw in.fault("invalid group reference " + number);
        }
        out.append("(?:\\").append(number).append(')');
        group.add(Effort.NOTHING);
    }

    private void open() {
        if (in.find(COMMENT).isPresent()) {
            return;
        }
        if (in.starts("(?P=")) {
            reference(
                    in.find(NAMED_REFERENCE).map(name -> number(name.group(1))).orElse(Integer.MAX_VALUE));
        } else if (in.starts("(?P<")) {
            name(in.find(OPEN_NAMED).map(name -> name.group(1)).orElse(""));
            push("(", group.flags(), false);
        } else if (!in.starts("(?")) {
            in.next();
            groups++;
            push("(", group.flags(), false);
        } else {
            special();
        }
    }

    private void special() {
        in.find(OPEN_PLAIN).ifPresentOrElse(plain -> push(plain.group(), group.flags(), false), () -> in.find(OPEN_LOOK)
                .ifPresentOrElse(look -> push(look.group(), group.flags(), true), this::scoped));
    }

    private void scoped() {
        Matcher letters = in.find(SCOPED_FLAGS)
                .orElseThrow(() -> in.fault("an extension that is unknown, misplaced or not offered"));
        Flags flags = group.flags().with(Flags.of(letters.group(1))).without(Flags.of(letters.group(2)));
        push(flags.ignoreCase() ? "(?iu:" : "(?-iu:", flags, false);
    }

    private void push(String translated, Flags flags, boolean look) {
        if (open.size() >= MOST_DEPTH) {
            throw in.fault("nested deeper than " + MOST_DEPTH);
        }
        out.append(translated);
        open.push(group);
        group = new Group(flags, look);
    }

    private void name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw in.fault("bad group name '" + name + "'");
        }
        groups++;
        if (names.putIfAbsent(name, groups) != null) {
            throw in.fault("redefinition of group name '" + name + "'");
        }
    }

    private int number(String name) {
        if (!names.containsKey(name)) {
            throw in.fault("unknown group name '" + name + "'");
        }
        return names.get(name);
    }

    private void close() {
        if (open.isEmpty()) {
            throw in.fault("unbalanced parenthesis");
        }
        in.next();
        Effort whole = group.whole();
        group = open.pop();
        group.add(whole);
        out.append(')');
    }

    private void brace() {
        if (Repeat.isNext(in)) {
            repeat();
        } else {
            in.next();
            character("\\{");
        }
    }

    private void repeat() {
        if (!group.isRepeatable()) {
            throw in.fault("nothing to repeat, or a multiple repeat");
        }
        Repeat repeat = Repeat.read(in);
        out.append(repeat.translated());
        group.repeat(repeat.least(), repeat.most());
        if (in.hasNext() && (in.peek() == '?' || in.peek() == '+')) {
            out.append(in.next());
        }
    }
}
