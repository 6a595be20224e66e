package io.lava4j.connector.mysql.stream;

import java.util.ArrayList;
import java.util.List;

/** Where the rows of a part are in their object: runs of them, one after another in the part and not in the object. */
public final class RowPlaces {

    private final List<Run> runs = new ArrayList<>();
    private long rows;

    /** The next rows of the part are these of the object. */
    void add(long firstInObject, long count) {
        if (count > 0) {
            runs.add(new Run(rows + 1, firstInObject));
            rows += count;
        }
    }

    /** Rows of the part. */
    public long rows() {
        return rows;
    }

    /** The row of the object that is a certain one of the part, both from 1. */
    public long inObject(long row) {
        Run found = new Run(1, 1);
        for (Run run : runs) {
            if (run.inPart > row) {
                break;
            }
            found = run;
        }
        return found.inObject + row - found.inPart;
    }

    private record Run(long inPart, long inObject) {}
}
