package io.lava4j.template.jinja.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may come.
 *
 * @param most {@link Integer#MAX_VALUE} without a bound
 */
record Repeat(int least, int most) {

    private static final Pattern COUNTED = Pattern.compile("\\{(?!\\})(\\d{0,9})(,?)(\\d{0,9})\\}");

    /** Whether a brace is one; else it stands for itself. */
    static boolean isNext(Scanner in) {
        return in.isNext(COUNTED);
    }

    static Repeat read(Scanner in) {
        return in.find(COUNTED).map(Repeat::counted).orElseGet(() -> signed(in.next()));
    }

    private static Repeat counted(Matcher counted) {
        int least = count(counted.group(1), 0);
        return new Repeat(least, counted.group(2).isEmpty() ? least : count(counted.group(3), Integer.MAX_VALUE));
    }

    private static Repeat signed(char sign) {
        return new Repeat(sign == '+' ? 1 : 0, sign == '?' ? 1 : Integer.MAX_VALUE);
    }

    private static int count(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    String translated() {
        return "{" + least + (most == least ? "" : most == Integer.MAX_VALUE ? "," : "," + most) + "}";
    }
}
