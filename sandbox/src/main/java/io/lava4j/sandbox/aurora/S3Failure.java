package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** S3 does not give what a load wants. The message is what Aurora's error ends in. */
@SuppressWarnings("serial") // never serialized
final class S3Failure extends Exception {
    private final boolean missing;

    private S3Failure(String message, boolean missing, Throwable cause) {
        super(message, cause);
        this.missing = missing;
    }

    /** An error by its name, as S3 gives it. */
    static S3Failure of(String name, String text) {
        return new S3Failure(name + ": " + text, name.startsWith("NoSuch"), null);
    }

    static S3Failure unreachable(IOException cause) {
        return new S3Failure("Network Connection", false, cause);
    }

    /** Whether S3 has no such object. */
    boolean isMissing() {
        return missing;
    }
}
