package io.lava4j.sandbox.aurora;

/** The errors that Aurora gives for a load from S3. */
record S3Errors(int number) {
    static final Verdict.Refused NO_ROLE = new Verdict.Refused(
            1227,
            "42000",
            "Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation");
    static final Verdict.Refused NO_STREAM = general(1815, "Internal error: Unable to initialize S3Stream");
    static final Verdict.Refused NOT_ALONE = new Verdict.Refused(
            1235,
            "42000",
            "This version of MySQL doesn't yet support 'LOAD DATA FROM S3 in a text of several statements'");
    static final Verdict.Refused NOT_PREPARED =
            general(1295, "This command is not supported in the prepared statement protocol yet");
    static final String NO_PARAMETER = "Both aurora_load_from_s3_role and aws_default_s3_role are not specified,"
            + " please see documentation for more details";
    static final String NO_CREDENTIALS = "Missing Credentials: Cannot instantiate S3 Client";
    static final String DENIED = "Access Denied:Access Denied";
    static final String FORBIDDEN = "Forbidden:No response body.";
    static final String NO_NETWORK = "Network Connection";

    Verdict.Refused s3(String text) {
        return general(number, "S3 API returned error: " + text);
    }

    private static Verdict.Refused general(int number, String text) {
        return new Verdict.Refused(number, "HY000", text);
    }
}
