package io.lava4j.distribution.faults;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a table may hold: rows that were there, rows of the object, both or none. Anything else is nobody's content. */
enum Content {
    EMPTY,
    OLD,
    NEW,
    BOTH;

    /** Rows of the object: enough for several packets and several reads. */
    static final int NEW_ROWS = 6_000;

    private static final int OLD_ROWS = 3;
    private static final int FIRST_OLD = 1_000_001;

    /** The object. */
    static String object() {
        return IntStream.rangeClosed(1, NEW_ROWS).mapToObj(Content::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Another object of the same length. */
    static String replacement() {
        return object().replace("row", "ROW");
    }

    /** What makes a table hold it, once it is there and empty. */
    String fill(String table) {
        String rows = IntStream.range(FIRST_OLD, FIRST_OLD + OLD_ROWS)
                .mapToObj(id -> "(" + id + ", 'old " + id + "')")
                .collect(Collectors.joining(", "));
        return this == OLD ? "INSERT INTO " + table + " VALUES " + rows : "DO 0";
    }

    /** The question whose answer {@link #of} reads: rows, and all that is in them. */
    static String question(String table) {
        return "SELECT COUNT(*), COALESCE(SUM(id < " + FIRST_OLD + "), 0), COALESCE(SUM(id < " + FIRST_OLD
                + " AND name = CONCAT('row number ', id, ' of the object')), 0) FROM " + table;
    }

    /** A name, or the numbers that fit none. */
    static String of(List<String> answer) {
        int all = Integer.parseInt(answer.get(0));
        int fresh = Integer.parseInt(answer.get(1));
        int old = all - fresh;
        boolean whole = (fresh == 0 || fresh == NEW_ROWS)
                && (old == 0 || old == OLD_ROWS)
                && answer.get(2).equals(answer.get(1));
        return whole ? named(old > 0, fresh > 0).name() : "PARTIAL" + answer;
    }

    private static Content named(boolean old, boolean fresh) {
        if (old) {
            return fresh ? BOTH : OLD;
        }
        return fresh ? NEW : EMPTY;
    }

    private static String line(int id) {
        return id + ",row number " + id + " of the object";
    }
}
