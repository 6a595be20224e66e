package io.lava4j.connector.mysql.stream;

import io.lava4j.connector.mysql.sql.LoadClauses;
import java.util.Arrays;

/** Whether an object ends as a row does, as far as its last bytes tell. */
public final class RowEnd {

    /** Escapes are looked at so far back; they matter by twos, and nobody writes so many. */
    private static final int MOST_ESCAPES = 64;

    private final byte[] terminator;
    private final byte[] escape;

    private RowEnd(byte[] terminator, byte[] escape) {
        this.terminator = terminator;
        this.escape = escape;
    }

    /** The end of rows that some clauses describe. */
    public static RowEnd of(LoadClauses clauses) {
        byte[] escape = clauses.separators().escape();
        // A quote that escapes does so before quotes alone; and a byte of a longer character is no escape.
        boolean escapes = !Arrays.equals(escape, clauses.separators().quote())
                && MultiByte.of(clauses.encoding().name()).isPlain();
        return new RowEnd(clauses.separators().terminator(), escapes ? escape : new byte[0]);
    }

    /** So many bytes at the end decide. */
    public int length() {
        return terminator.length + (escape.length == 0 ? 0 : MOST_ESCAPES);
    }

    /** Whether some last bytes are a terminator that no escape takes away. */
    public boolean endsRow(byte[] last) {
        int end = last.length - terminator.length;
        return end >= 0
                && Arrays.equals(terminator, Arrays.copyOfRange(last, end, last.length))
                && escapesBefore(last, end) % 2 == 0;
    }

    private int escapesBefore(byte[] last, int end) {
        int first = end;
        while (escape.length > 0 && first > 0 && last[first - 1] == escape[0]) {
            first--;
        }
        return end - first;
    }
}
