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
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{0,9})(,?)(\\d{0,9})\\}");
    private static final Pattern LETTERS =
            Pattern.compile("\\(\\?([aimsux]+)(?:-([imsx]+))?([:)])|\\(\\?-([imsx]+)(:)");
    private static final int IGNORE_CASE = 2;
    private static final int MULTILINE = 8;
    private static final int DOT_ALL = 16;
    private static final int VERBOSE = 64;
    private static final int MOST_DEPTH = 50;

    private final Scanner in;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> names = new HashMap<>();
    private final Deque<Group> open = new ArrayDeque<>();
    private final Escapes escapes;
    private Group group;
    private int groups;

    /** A group that is being read. */
    private static final class Group {
        private final int flags;
        private final boolean look;
        private Effort alternatives = new Effort(0, 0);
        private Effort sequence = Effort.NOTHING;
        private Effort last = Effort.NOTHING;
        private boolean repeatable;

        private Group(int flags, boolean look) {
            this.flags = flags;
            this.look = look;
        }

        private void add(Effort effort, boolean mayRepeat) {
            sequence = sequence.then(last);
            last = effort;
            repeatable = mayRepeat;
        }

        private void alternative() {
            alternatives = alternatives.or(sequence.then(last));
            sequence = Effort.NOTHING;
            last = Effort.NOTHING;
            repeatable = false;
        }

        private Effort whole() {
            alternative();
            return look ? alternatives.looked() : alternatives;
        }
    }

    Translator(String expression, int flags) {
        in = new Scanner(expression);
        Matcher letters = LETTERS.matcher(expression);
        int all = flags;
        if (letters.lookingAt() && ")".equals(letters.group(3)) && letters.group(2) == null) {
            in.skip(letters.end());
            all |= flags(letters.group(1));
        }
        group = new Group(all, false);
        escapes = new Escapes(in, (all & 256) != 0);
    }

    Map<String, Integer> names() {
        return Map.copyOf(names);
    }

    String translate() {
        out.append((group.flags & IGNORE_CASE) != 0 ? "(?iu)" : "");
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
        if ((group.flags & VERBOSE) != 0 && (Character.isWhitespace(current) || current == '#')) {
            skipComment();
            return;
        }
        switch (current) {
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                in.next();
                group.alternative();
                out.append('|');
            }
            case '*', '+', '?', '{' -> repeat();
            case '^' -> simple((group.flags & MULTILINE) != 0 ? "(?<![^\\n])" : "\\A");
            case '$' -> simple((group.flags & MULTILINE) != 0 ? "(?![^\\n])" : "(?=\\n?\\z)");
            case '.' -> character((group.flags & DOT_ALL) != 0 ? "(?s:.)" : "[^\\n]");
            case '[' -> append(new CharacterClass(in, escapes).translate());
            case '\\' -> escaped();
            default -> append(Escapes.literal(in.nextPoint()));
        }
    }

    private void simple(String translated) {
        in.next();
        out.append(translated);
        group.add(Effort.NOTHING, true);
    }

    private void character(String translated) {
        in.next();
        append(translated);
    }

    private void append(String translated) {
        out.append(translated);
        group.add(Effort.CHARACTER, true);
    }

    private void skipComment() {
        if (in.next() == '#') {
            while (in.hasNext() && in.next() != '\n') {
                continue;
            }
        }
    }

    private void escaped() {
        String reference = in.find(Pattern.compile("\\\\([1-9]\\d?)(?!\\d)"));
        if (!reference.isEmpty()) {
            reference(Integer.parseInt(reference.substring(1)));
            return;
        }
        Escapes.Atom atom = escapes.next();
        out.append(atom.translated());
        group.add(atom.reads() ? Effort.CHARACTER : Effort.NOTHING, true);
    }

    private void reference(int number) {
        if (number > groups) {
            throw in.fault("invalid group reference " + number);
        }
        out.append("(?:\\").append(number).append(')');
        group.add(Effort.NOTHING, true);
    }

    private void open() {
        if (in.starts("(?#")) {
            in.find(Pattern.compile("\\(\\?#[^)]*\\)"));
            return;
        }
        int flags = group.flags;
        boolean look = false;
        if (!in.starts("(?")) {
            in.next();
            groups++;
            out.append('(');
        } else if (in.starts("(?P=")) {
            String name = in.find(Pattern.compile("\\(\\?P=[^)]*\\)"));
            reference(number(name.substring(4, Math.max(4, name.length() - 1))));
            return;
        } else if (in.starts("(?P<")) {
            named();
        } else if (in.starts("(?:") || in.starts("(?=") || in.starts("(?!") || in.starts("(?>")) {
            look = in.starts("(?=") || in.starts("(?!");
            out.append(in.take(3));
        } else if (in.starts("(?<=") || in.starts("(?<!")) {
            look = true;
            out.append(in.take(4));
        } else {
            flags = scoped();
        }
        push(flags, look);
    }

    private void push(int flags, boolean look) {
        if (open.size() >= MOST_DEPTH) {
            throw in.fault("nested deeper than " + MOST_DEPTH);
        }
        open.push(group);
        group = new Group(flags, look);
    }

    private void named() {
        String name = in.find(Pattern.compile("\\(\\?P<[^>]*>"));
        String plain = name.isEmpty() ? "" : name.substring(4, name.length() - 1);
        if (!NAME.matcher(plain).matches()) {
            throw in.fault("bad group name '" + plain + "'");
        }
        groups++;
        if (names.putIfAbsent(plain, groups) != null) {
            throw in.fault("redefinition of group name '" + plain + "'");
        }
        out.append('(');
    }

    private int number(String name) {
        if (!names.containsKey(name)) {
            throw in.fault("unknown group name '" + name + "'");
        }
        return names.get(name);
    }

    private int scoped() {
        Matcher letters = LETTERS.matcher(in.rest());
        if (!letters.lookingAt()
                || !letters.group().endsWith(":")
                || letters.group().contains("a")) {
            throw in.fault("unknown or misplaced extension '"
                    + in.rest().substring(0, Math.min(4, in.rest().length())) + "'");
        }
        String removed = letters.group(2) != null ? letters.group(2) : letters.group(4);
        int flags = (group.flags | flags(letters.group(1))) & ~flags(removed);
        in.skip(letters.end());
        out.append((flags & IGNORE_CASE) != 0 ? "(?iu:" : "(?-iu:");
        return flags;
    }

    private static int flags(String letters) {
        int flags = 0;
        for (char letter : letters == null ? new char[0] : letters.toCharArray()) {
            flags |= switch (letter) {
                case 'i' -> IGNORE_CASE;
                case 'm' -> MULTILINE;
                case 's' -> DOT_ALL;
                case 'x' -> VERBOSE;
                case 'a' -> 256;
                default -> 0;
            };
        }
        return flags;
    }

    private void close() {
        if (open.isEmpty()) {
            throw in.fault("unbalanced parenthesis");
        }
        in.next();
        Effort whole = group.whole();
        group = open.pop();
        group.add(whole, true);
        out.append(')');
    }

    private void repeat() {
        Matcher counted = REPEAT.matcher(in.rest());
        if (in.peek() == '{' && !(counted.lookingAt() && counted.end() > 2)) {
            character("\\{");
            return;
        }
        if (!group.repeatable) {
            throw in.fault("nothing to repeat, or a multiple repeat");
        }
        if (in.peek() == '{') {
            in.skip(counted.end());
            int least = count(counted.group(1), 0);
            int most = counted.group(2).isEmpty() ? least : count(counted.group(3), Integer.MAX_VALUE);
            repeat(
                    least,
                    most,
                    "{" + least + (most == least ? "" : most == Integer.MAX_VALUE ? "," : "," + most) + "}");
        } else {
            char sign = in.next();
            repeat(sign == '+' ? 1 : 0, sign == '?' ? 1 : Integer.MAX_VALUE, String.valueOf(sign));
        }
    }

    private void repeat(int least, int most, String translated) {
        out.append(translated);
        group.last = group.last.repeated(least, most);
        group.repeatable = false;
        if (in.hasNext() && (in.peek() == '?' || in.peek() == '+')) {
            out.append(in.next());
        }
    }

    private static int count(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }
}
