package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import java.util.ArrayList;
import java.util.List;

/** The faults of one manifest: the first in full, the others counted. */
final class ManifestFaults {

    static final String LIST = "a list of objects, each with a url";
    static final String URL = "s3://bucket/key or s3-region://bucket/key";

    private static final int MOST = 10;

    private final String uri;
    private final List<String> first = new ArrayList<>();
    private int count;

    ManifestFaults(String uri) {
        this.uri = uri;
    }

    void missing(String pointer, String expected) {
        add(pointer + " is missing: expected " + expected);
    }

    void wrong(String pointer, String shown, String expected) {
        add(pointer + ": '" + shown + "': expected " + expected);
    }

    /** Throws if there is any. */
    void complain() {
        if (count > 0) {
            String more = count > MOST ? "\n  and " + (count - MOST) + " more" : "";
            throw new JobFailedException("manifest '" + uri + "' is not valid, " + count
                    + (count == 1 ? " fault" : " faults") + ":\n  " + String.join("\n  ", first) + more);
        }
    }

    private void add(String fault) {
        if (count++ < MOST) {
            first.add(fault);
        }
    }
}
