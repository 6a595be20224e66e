package io.lava4j.template.jinja.regex;

/** A set in brackets. */
final class CharacterClass {

    private final Scanner in;
    private final Escapes escapes;
    private final StringBuilder items = new StringBuilder();

    CharacterClass(Scanner in, Escapes escapes) {
        this.in = in;
        this.escapes = escapes;
    }

    /** A negated one is a look ahead: Java disagrees with itself about negated sets within sets. */
    String translate() {
        in.next();
        boolean negated = in.peek() == '^';
        if (negated) {
            in.next();
        }
        do {
            item();
        } while (in.peek() != ']');
        in.next();
        return negated ? "(?:(?![" + items + "])(?s:.))" : "[" + items + "]";
    }

    private void item() {
        if (in.peek() == '\\') {
            in.next();
            String set = escapes.set(in.peek());
            if (!set.isEmpty()) {
                in.next();
                items.append(set);
                return;
            }
            range(escapes.point());
        } else {
            range(in.nextPoint());
        }
    }

    private void range(int from) {
        items.append(Escapes.literal(from));
        if (!in.starts("-") || in.starts("-]")) {
            return;
        }
        in.next();
        if (in.peek() == '\\') {
            in.next();
            if (!escapes.set(in.peek()).isEmpty()) {
                throw in.fault("bad character range");
            }
            to(from, escapes.point());
        } else {
            to(from, in.nextPoint());
        }
    }

    private void to(int from, int last) {
        if (last < from) {
            throw in.fault("bad character range");
        }
        items.append('-').append(Escapes.literal(last));
    }
}
