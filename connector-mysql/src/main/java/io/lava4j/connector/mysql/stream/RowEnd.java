package io.lava4j.connector.mysql.stream;

import io.lava4j.connector.mysql.sql.LoadClauses;
import java.util.Arrays;

/** Whether an object ends as a row does, as far as its last bytes tell. */
public final class RowEnd {

    /** What is wrong with an object that {@link #isCut} tells of, and what to do. */
    public static final String CUT = "ends within a character, which the server would drop without a word: its last row"
            + " ends in a byte that begins a longer one; mend the file, or check ENCODING";

    /** Escapes are looked at so far back; they matter by twos, and nobody writes so many. */
    private static final int MOST_ESCAPES = 64;

    private final byte[] terminator;
    private final byte[] escape;
    private final MultiByte characters;

    private RowEnd(byte[] terminator, byte[] escape, MultiByte characters) {
        this.terminator = terminator;
        this.escape = escape;
        this.characters = characters;
    }

    /** The end of rows that some clauses describe. */
    public static RowEnd of(LoadClauses clauses) {
        byte[] escape = clauses.separators().escape();
        // A quote that escapes does so before quotes alone; and a byte of a longer character is no escape.
        MultiByte characters = MultiByte.of(clauses.encoding().name());
        boolean escapes = !Arrays.equals(escape, clauses.separators().quote()) && characters.isPlain();
        return new RowEnd(clauses.separators().terminator(), escapes ? escape : new byte[0], characters);
    }

    /** So many bytes at the end decide. */
    public int length() {
        return terminator.length + (escape.length == 0 ? MultiByte.LONGEST : MOST_ESCAPES);
    }

    /** Whether some last bytes are a terminator that no escape takes away. */
    public boolean endsRow(byte[] last) {
        int end = last.length - terminator.length;
        return end >= 0
                && Arrays.equals(terminator, Arrays.copyOfRange(last, end, last.length))
                && escapesBefore(last, end) % 2 == 0;
    }

    /** Whether the bytes before a terminator that comes last certainly begin a character that goes on beyond it. */
    public boolean isCut(byte[] last) {
        Lookahead bytes = new Lookahead(last.length);
        bytes.append(last, 0, last.length);
        bytes.skip(last.length);
        return characters.leadsAreNoTrails() && characters.goesOnBeyond(terminator.length, bytes);
    }

    private int escapesBefore(byte[] last, int end) {
        int first = end;
        while (escape.length > 0 && first > 0 && last[first - 1] == escape[0]) {
            first--;
        }
        return end - first;
    }
}
