package io.lava4j.sandbox.aurora;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can be switched at an Aurora stand-in while it runs; a statement goes by what is set when it comes. Each is a row
 * of the table {@code aurora_stand_in.settings}, under the name in lower case, so that SQL can switch it too.
 */
public enum AuroraSetting {
    /** What {@code aurora_version()} and {@code @@aurora_version} answer. */
    AURORA_VERSION("3.05.2", "[0-9.]+"),

    /** The cluster parameter: the ARN of the IAM role that reads from S3, or empty, which is not set. */
    AWS_DEFAULT_S3_ROLE(Defaults.ROLE, Defaults.ROLES),

    /** The IAM roles that are associated with the cluster, separated by commas. */
    ASSOCIATED_ROLES(Defaults.ROLE, Defaults.ROLES),

    /**
     * Whether the cluster reaches S3: {@code open}; or the error that it gives instead, which on Aurora are both seen:
     * {@code network connection}, {@code s3stream}.
     */
    S3_ROUTE("open", "open|network connection|s3stream"),

    /** Whether S3 lets the cluster's role read: {@code allowed}; or the error that it gives instead. */
    S3_ACCESS("allowed", "allowed|access denied|forbidden"),

    /** The number of "S3 API returned error": {@code 63985}, or {@code 1871} as in AWS's documentation. */
    S3_ERROR_NUMBER("63985", "63985|1871");

    private final String initial;
    private final String expected;

    AuroraSetting(String initial, String expected) {
        this.initial = initial;
        this.expected = expected;
    }

    /** Those that are server variables on Aurora. */
    static Stream<AuroraSetting> variables() {
        return Stream.of(AURORA_VERSION, AWS_DEFAULT_S3_ROLE);
    }

    /** The name in the table. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String initial() {
        return initial;
    }

    /** A regular expression for Java and MySQL, without quotes or backslashes. */
    String expected() {
        return expected;
    }

    private static final class Defaults {
        static final String ROLE = "arn:aws:iam::000000000000:role/sandbox-s3";
        static final String ROLES = "[A-Za-z0-9:/_+=,.@-]*";
    }
}
