package io.lava4j.connector.mysql.stream;

import io.lava4j.connector.mysql.sql.LoadClauses;

/**
 * What the server needs to know to tell rows apart.
 *
 * @param delimiter between two fields
 * @param quote encloses a field; -1 for none
 * @param escape begins an escape sequence; -1 for none
 * @param terminator ends a row
 * @param headerLines lines left out at the start
 * @param fields fields that a row has; what follows them on the line is skipped, by other rules than fields
 * @param characters how long a character is
 * @param reader whose reader is followed
 */
public record RowFormat(
        byte[] delimiter,
        int quote,
        int escape,
        byte[] terminator,
        int headerLines,
        int fields,
        MultiByte characters,
        ServerReader reader) {

    private static final int LONGEST_CHARACTER = 4;

    /** The format that some clauses describe. */
    public static RowFormat of(LoadClauses clauses, int fields, ServerReader reader) {
        return new RowFormat(
                clauses.separators().delimiter(),
                single(clauses.separators().quote()),
                single(clauses.separators().escape()),
                clauses.separators().terminator(),
                clauses.format().headerLines(),
                fields,
                MultiByte.of(clauses.encoding().name()),
                reader);
    }

    /** Bytes after the current one that may have to be looked at to decide what it is. */
    int lookahead() {
        return LONGEST_CHARACTER + Math.max(delimiter.length, terminator.length);
    }

    /** The bytes that can neither separate nor begin a longer character. */
    boolean[] plainBytes() {
        boolean[] plain = new boolean[256];
        for (int each = 0; each < plain.length; each++) {
            plain[each] = each != quote
                    && each != escape
                    && !(dividesFields(each) && fieldsMatter())
                    && (byte) each != terminator[0]
                    && !characters.leads(each);
        }
        return plain;
    }

    private boolean dividesFields(int each) {
        return (byte) each == delimiter[0];
    }

    /** Without quotes a row ends where it ends, whatever its fields: most data is passed over line by line. */
    private boolean fieldsMatter() {
        return quote >= 0 || delimiter.length > 1 || !characters.isPlain();
    }

    private static int single(byte[] separator) {
        return separator.length == 0 ? -1 : separator[0] & 0xff;
    }
}
