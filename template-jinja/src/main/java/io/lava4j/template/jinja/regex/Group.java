package io.lava4j.template.jinja.regex;

/** A group that is being read, and what trying all its ways costs so far. */
final class Group {

    private final Flags flags;
    private final boolean look;
    private Effort alternatives = new Effort(0, 0);
    private Effort sequence = Effort.NOTHING;
    private Effort last = Effort.NOTHING;
    private boolean repeatable;

    Group(Flags flags, boolean look) {
        this.flags = flags;
        this.look = look;
    }

    Flags flags() {
        return flags;
    }

    void add(Effort effort) {
        sequence = sequence.then(last);
        last = effort;
        repeatable = true;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    void repeat(int least, int most) {
        last = last.repeated(least, most);
        repeatable = false;
    }

    void alternative() {
        alternatives = alternatives.or(sequence.then(last));
        sequence = Effort.NOTHING;
        last = Effort.NOTHING;
        repeatable = false;
    }

    Effort whole() {
        alternative();
        return look ? alternatives.looked() : alternatives;
    }
}
