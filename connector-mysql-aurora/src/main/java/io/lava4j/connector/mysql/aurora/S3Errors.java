package io.lava4j.connector.mysql.aurora;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Aurora's errors about S3 apart: by their words, as one number stands for different errors, and one error has
 * different numbers.
 *
 * @param session the session that they come to
 */
record S3Errors(AuroraSession session) {

    private static final int SYNTAX = 1064;
    private static final Pattern DENIED = Pattern.compile("s3 api returned error: *(access ?denied|forbidden)\\b");
    private static final Pattern BEFORE_THE_TABLE = Pattern.compile("near '(from s3|s3|file) ");

    /** Of right, database and table: denied, or not there. */
    private static final Set<Integer> NO_TABLE = Set.of(1044, 1049, 1142, 1143, 1146, 1227);

    private static final String NO_WAY = "the cluster has no way through the network to S3; give its subnets a gateway"
            + " endpoint for S3 (com.amazonaws.REGION.s3) or a NAT gateway, and let its security group out on port 443";
    private static final String OR_CLIENT = "; or set load_path to client";
    private static final String UNKNOWN = "the server does not know LOAD DATA FROM S3, so it is not Aurora MySQL; set"
            + " load_path to client or auto";

    /** What is missing, and what mends it; empty for errors about other things, whose words may be those of the data. */
    Optional<String> explain(SQLException refused) throws SQLException {
        String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        if (words.startsWith("s3 api returned error")) {
            return ofS3(words).map(S3Errors::orClient);
        }
        if (words.startsWith("internal error: unable to initialize s3stream")) {
            return Optional.of(orClient(NO_WAY));
        }
        if (words.startsWith("access denied") && words.contains("load from s3")) {
            return Optional.of(orClient(session.loadRight().denied()));
        }
        return ofStatement(refused.getErrorCode(), words);
    }

    private Optional<String> ofS3(String words) throws SQLException {
        if (words.contains("aws_default_s3_role are not specified")) {
            return Optional.of(ClusterRole.unnamed());
        }
        if (words.contains("cannot instantiate s3 client")) {
            return Optional.of(new ClusterRole(session).unassociated());
        }
        if (DENIED.matcher(words).lookingAt()) {
            return Optional.of(new ClusterRole(session).denied());
        }
        return words.contains("network connection") ? Optional.of(NO_WAY) : Optional.empty();
    }

    private Optional<String> ofStatement(int code, String words) throws SQLException {
        if (code == SYNTAX && BEFORE_THE_TABLE.matcher(words).find()) {
            return Optional.of(UNKNOWN);
        }
        return NO_TABLE.contains(code) && words.contains(LoadHistory.TABLE)
                ? Optional.of("GRANT SELECT ON mysql." + LoadHistory.TABLE + " TO " + session.user())
                : Optional.empty();
    }

    /** What whoever loads can do without an administrator. */
    private static String orClient(String mended) {
        return mended + OR_CLIENT;
    }
}
