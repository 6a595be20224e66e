package io.lava4j.distribution.faults;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The statements of a load that nothing disturbs, in order: what a moment of the next one is found by. */
record Script(List<String> statements) {

    private static final Pattern CHANGES =
            Pattern.compile("^[^A-Za-z]*(CREATE|DELETE|DROP|INSERT|LOAD DATA|RENAME|TRUNCATE) .*", Pattern.DOTALL);
    private static final Pattern COMMITS = Pattern.compile("^[^A-Za-z]*commit$", Pattern.CASE_INSENSITIVE);

    /** Where a point is. */
    record Place(int statement, boolean answered) {}

    Place place(Point point, Way way) {
        return switch (point) {
            case LOGIN -> new Place(-1, false);
            case FIRST_STATEMENT -> new Place(0, false);
            case SETTINGS -> new Place(first("sql_notes", 0), false);
            case REHEARSAL -> new Place(rehearsal(), false);
            case LOCK -> new Place(lock(), false);
            case LOCK_ANSWER -> new Place(lock(), true);
            case OPENING -> new Place(opening(), false);
            case BEFORE_LOAD -> new Place(load(), false);
            case BEFORE_FIRST_BYTE, FIRST_BYTE, FIRST_QUARTER, HALF, THIRD_QUARTER, LAST_BYTE, DATA_END, LOAD_ANSWER ->
                new Place(load(), true);
            case BEFORE_COMMIT -> new Place(commit() - 1, false);
            case COMMIT -> new Place(commit(), false);
            case COMMIT_ANSWER -> new Place(commit(), true);
            case RENAME -> new Place(first("RENAME TABLE", load()), false);
            case RENAME_ANSWER -> new Place(first("RENAME TABLE", load()), true);
            case AFTER -> new Place((way.isStaged() ? first("RENAME TABLE", load()) : commit()) + 1, false);
        };
    }

    int lock() {
        return first("GET_LOCK", 0);
    }

    int load() {
        return IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).contains("LOAD DATA "))
                .max()
                .orElseThrow();
    }

    private int commit() {
        return IntStream.range(load(), statements.size())
                .filter(i -> COMMITS.matcher(statements.get(i)).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no commit in " + statements));
    }

    /** Before the lock: of a table that is not there a trial's, else the first statement of the checks. */
    private int rehearsal() {
        OptionalInt found = IntStream.range(0, lock())
                .filter(i -> statements.get(i).contains("LOAD DATA "))
                .findFirst();
        return found.orElse(lock() / 2);
    }

    private int opening() {
        return IntStream.range(lock() + 1, statements.size())
                .filter(i -> CHANGES.matcher(statements.get(i)).matches())
                .findFirst()
                .orElseThrow();
    }

    private int first(String text, int from) {
        return IntStream.range(from, statements.size())
                .filter(i -> statements.get(i).contains(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no '" + text + "' in " + statements));
    }
}
