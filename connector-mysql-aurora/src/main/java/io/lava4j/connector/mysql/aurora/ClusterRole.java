package io.lava4j.connector.mysql.aurora;

import java.sql.SQLException;
import java.util.Optional;

/** The IAM role with which a cluster reads S3, as its parameters name it. */
record ClusterRole(AuroraSession session) {

    private static final String DEFAULT = "aws_default_s3_role";
    private static final String VERSION_2 = "aurora_load_from_s3_role";

    /** What is missing, and the setting that mends it; empty, too, when the server tells no parameter. */
    Optional<String> missing() throws SQLException {
        Optional<String> named = session.parameter(DEFAULT);
        boolean isNamed =
                named.isEmpty() || !named.get().isEmpty() || !ownOfVersion2().isEmpty();
        return isNamed ? Optional.empty() : Optional.of(unnamed());
    }

    /** What to do when no parameter names it. */
    static String unnamed() {
        return "the cluster has no role to read S3 with; set its cluster parameter " + DEFAULT + " to the ARN of an IAM"
                + " role that may read the bucket, and associate that role with the cluster";
    }

    /** What sets the parameter, and associates the role. */
    static String setting() {
        return "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name GROUP --parameters"
                + " ParameterName=" + DEFAULT + ",ParameterValue=ARN,ApplyMethod=immediate"
                + "\naws rds add-role-to-db-cluster --db-cluster-identifier CLUSTER --role-arn ARN";
    }

    /** What the parameters say of it. */
    String named() throws SQLException {
        String arn = arn();
        return arn.isEmpty() ? "a role that it does not tell" : "'" + arn + "'";
    }

    /** What to do when the role is named, but not the cluster's. */
    String unassociated() throws SQLException {
        String arn = session.parameter(DEFAULT).orElse("");
        return "the IAM role that the cluster parameter " + DEFAULT + " names"
                + (arn.isEmpty() ? "" : ", '" + arn + "',")
                + " is not associated with the cluster, or does not trust rds.amazonaws.com;"
                + " aws rds add-role-to-db-cluster --db-cluster-identifier CLUSTER --role-arn "
                + (arn.isEmpty() ? "ARN" : arn);
    }

    /** What to do when S3 does not let it read. */
    String denied() throws SQLException {
        String arn = arn();
        return "S3 does not let the cluster's IAM role" + (arn.isEmpty() ? "" : " '" + arn + "'")
                + " read the object; allow it s3:GetObject on the object, s3:ListBucket on the bucket and, where a KMS key"
                + " encrypts the object, kms:Decrypt on that key (Aurora MySQL 3.05 or later), and see that the policies of"
                + " bucket and key do not deny it";
    }

    private String arn() throws SQLException {
        String own = ownOfVersion2();
        return own.isEmpty() ? session.parameter(DEFAULT).orElse("") : own;
    }

    private String ownOfVersion2() throws SQLException {
        return session.parameter(VERSION_2).orElse("");
    }
}
