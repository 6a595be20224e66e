package io.lava4j.jobs.dbfroms3;

/**
 * A string in single quotes, read as MySQL reads one: specs were written for a loader that handed it on to MySQL.
 *
 * <p>A quote within is doubled or follows a backslash. {@code \0 \b \n \r \t \Z} are NUL, backspace, newline, carriage
 * return, tab and Ctrl-Z; {@code \%} and {@code \_} keep their backslash; before any other character, the backslash itself
 * among them, a backslash is dropped.
 *
 * @param value the text it stands for
 * @param end where the text after its closing quote begins
 */
record StringLiteral(String value, int end) {

    private static final String ESCAPES = "0bnrtZ";
    private static final String ESCAPED = "\0\b\n\r\t\u001a";

    /** Reads the literal whose opening quote stands at {@code start}. */
    static StringLiteral at(int start, String text) throws Fault {
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (at < text.length()) {
            char next = text.charAt(at);
            boolean more = at + 1 < text.length();
            if (next == '\'' && !(more && text.charAt(at + 1) == '\'')) {
                return new StringLiteral(value.toString(), at + 1);
            }
            if (next == '\'' || next == '\\' && more) {
                value.append(next == '\'' ? "'" : unescaped(text.charAt(at + 1)));
                at++;
            } else {
                value.append(next);
            }
            at++;
        }
        throw new Fault("'" + text + "' has a string that does not end, expected a closing single quote;"
                + " a backslash in it is written \\\\, a quote ''");
    }

    private static String unescaped(char escaped) {
        if (escaped == '%' || escaped == '_') {
            return "\\" + escaped;
        }
        int known = ESCAPES.indexOf(escaped);
        return String.valueOf(known < 0 ? escaped : ESCAPED.charAt(known));
    }
}
