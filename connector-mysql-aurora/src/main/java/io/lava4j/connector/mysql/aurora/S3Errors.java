package io.lava4j.connector.mysql.aurora;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells Aurora's errors about S3 apart: by their words, as one number stands for different errors, and one error has
 * different numbers.
 *
 * @param session the session that they come to
 */
record S3Errors(AuroraSession session) {

    private static final int SYNTAX = 1064;

    /** Of right, database and table: denied, or not there. */
    private static final Set<Integer> NO_TABLE = Set.of(1044, 1049, 1142, 1143, 1146, 1227);

    private static final String NO_WAY = "the cluster has no way through the network to S3; give its subnets a gateway"
            + " endpoint for S3 (com.amazonaws.REGION.s3) or a NAT gateway, and let its security group out on port 443";
    private static final String UNKNOWN = "the server does not know LOAD DATA FROM S3, so it is not Aurora MySQL; set"
            + " load_path to client or auto";

    /** What is missing, and what mends it; empty for errors about other things. */
    Optional<String> explain(SQLException refused) throws SQLException {
        String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("aws_default_s3_role are not specified")) {
            return Optional.of(ClusterRole.unnamed());
        }
        if (words.contains("cannot instantiate s3 client")) {
            return Optional.of(new ClusterRole(session).unassociated());
        }
        if (words.contains("network connection") || words.contains("unable to initialize s3stream")) {
            return Optional.of(NO_WAY);
        }
        if (words.contains("load from s3 privilege")) {
            return Optional.of(session.loadRight().denied());
        }
        return ofTable(refused.getErrorCode(), words);
    }

    private Optional<String> ofTable(int code, String words) throws SQLException {
        if (code == SYNTAX && words.contains("s3")) {
            return Optional.of(UNKNOWN);
        }
        return NO_TABLE.contains(code) && words.contains(LoadHistory.TABLE)
                ? Optional.of("GRANT SELECT ON mysql." + LoadHistory.TABLE + " TO " + session.user())
                : Optional.empty();
    }
}
