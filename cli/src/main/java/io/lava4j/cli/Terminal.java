package io.lava4j.cli;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of the terminal, if there is one.
 *
 * @param out whether stdout is one
 * @param err whether stderr is one
 * @param columns how wide it is, where that is known
 * @param colors whether it shows colours, and whoever looks at it wants them
 * @param rewrites whether a line on it may be rewritten
 */
record Terminal(boolean out, boolean err, OptionalInt columns, boolean colors, boolean rewrites) {

    /** Narrower than this, text is not made to fit. */
    private static final int NARROWEST = 40;

    /** For streams that all lead elsewhere: what is written is full and plain. */
    static final Terminal NONE = new Terminal(false, false, OptionalInt.empty(), false, false);

    /**
     * What bin/lava saw, and what the environment says of it.
     *
     * @param columns a number; anything else, and 0, is an unknown one
     */
    static Terminal of(boolean out, boolean err, String columns, Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        boolean able = !kind.isEmpty() && !kind.equals("dumb");
        // https://no-color.org
        boolean colors = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, err, number(columns), colors, err && able);
    }

    private static OptionalInt number(String columns) {
        return columns.matches("[1-9][0-9]{0,4}")
                ? OptionalInt.of(Math.max(NARROWEST, Integer.parseInt(columns)))
                : OptionalInt.empty();
    }

    /** The columns that a line on stdout may take: elsewhere as many as it wants. */
    int outWidth() {
        return out ? columns.orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    /** The columns of a help text, which is broken elsewhere too. The parser breaks none to fewer than 55. */
    int helpWidth() {
        return out ? Math.max(55, Math.min(100, columns.orElse(80))) : 80;
    }

    int errWidth() {
        return err ? columns.orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    }

    Ink outInk() {
        return new Ink(out && colors);
    }

    Ink errInk() {
        return new Ink(err && colors);
    }
}
