package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are Aurora's; who grants and what is active is asked of a MySQL. */
@ExtendWith(SandboxExtension.class)
class S3ErrorsTest {

    private static final String UNNAMED = "the cluster has no role to read S3 with; set its cluster parameter"
            + " aws_default_s3_role to the ARN of an IAM role that may read the bucket, and associate that role with the"
            + " cluster; or set load_path to client";
    private static final String UNASSOCIATED =
            "the IAM role that the cluster parameter aws_default_s3_role names is not"
                    + " associated with the cluster, or does not trust rds.amazonaws.com; aws rds add-role-to-db-cluster"
                    + " --db-cluster-identifier CLUSTER --role-arn ARN; or set load_path to client";
    private static final String NO_WAY = "the cluster has no way through the network to S3; give its subnets a gateway"
            + " endpoint for S3 (com.amazonaws.REGION.s3) or a NAT gateway, and let its security group out on port 443;"
            + " or set load_path to client";
    private static final String DENIED =
            "S3 does not let the cluster's IAM role read the object; allow it s3:GetObject on"
                    + " the object, s3:ListBucket on the bucket and, where a KMS key encrypts the object, kms:Decrypt on that key"
                    + " (Aurora MySQL 3.05 or later), and see that the policies of bucket and key do not deny it; or set load_path"
                    + " to client";
    private static final String NOT_AURORA =
            "the server does not know LOAD DATA FROM S3, so it is not Aurora MySQL; set"
                    + " load_path to client or auto";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63985 | S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified,"
                        + " please see documentation for more details | " + UNNAMED,
                "1871  | S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified | "
                        + UNNAMED,
                "63985 | S3 API returned error: Missing Credentials: Cannot instantiate S3 Client | " + UNASSOCIATED,
                "1871  | S3 API returned error: Missing Credentials: Cannot instantiate S3 Client | " + UNASSOCIATED,
                "63985 | S3 API returned error: Network Connection | " + NO_WAY,
                "1871  | S3 API returned error: Network Connection | " + NO_WAY,
                "63985 | S3 API returned error: Access Denied:Access Denied | " + DENIED,
                "1871  | S3 API returned error: Access Denied | " + DENIED,
                "1871  | S3 API returned error: AccessDenied: Access Denied | " + DENIED,
                "63985 | S3 API returned error: Forbidden:No response body. | " + DENIED,
                "63985 | S3 API returned error: NoSuchKey: No object begins with ''s3://b/forbidden/'' |",
                "1815  | Internal error: Unable to initialize S3Stream | " + NO_WAY,
                "1064  | You have an error in your SQL syntax near 'FROM S3 FILE ''s3://b/k''' at line 1 | "
                        + NOT_AURORA,
                "1064  | You have an error in your SQL syntax near 'LINE' at line 1 |",
                "1062  | Duplicate entry '1' for key 't.PRIMARY' |",
                "1142  | INSERT command denied to user 'u'@'%' for table 't' |",
                "63985 | S3 API returned error: The specified key does not exist |",
                "1366  | Incorrect integer value: 'S3 API returned error: Network Connection' for column 'id' at row 1 |",
                "1064  | You have an error in your SQL syntax near 'LINES (`s3 file `)' at line 1 |"
            })
    void eachSaysWhatIsMissingAndWhatMendsIt(int code, String message, String expected, Sandbox sandbox)
            throws SQLException {
        try (Connection session = sandbox.mysql().newDatabase().connect()) {
            assertEquals(Optional.ofNullable(expected), explain(code, message, session));
        }
    }

    @Test
    void aDeniedRightIsNotGrantedOrNotActive(Sandbox sandbox) throws SQLException {
        Database database = sandbox.mysql().newDatabase();
        String user = "'" + database.user() + "'@'%'";
        sandbox.mysql().execute("CREATE ROLE IF NOT EXISTS AWS_LOAD_S3_ACCESS");

        assertEquals(
                "user " + user + " lacks the role AWS_LOAD_S3_ACCESS; GRANT AWS_LOAD_S3_ACCESS TO " + user
                        + "; or set load_path to client",
                denied(database));
        sandbox.mysql().execute("GRANT AWS_LOAD_S3_ACCESS TO " + database.user());
        assertEquals(
                "the role AWS_LOAD_S3_ACCESS is granted to user " + user
                        + " and is not active; SET DEFAULT ROLE ALL TO " + user + "; or set load_path to client",
                denied(database));
        sandbox.mysql().execute("SET DEFAULT ROLE ALL TO " + database.user());
        assertEquals(
                "user " + user
                        + " has the role AWS_LOAD_S3_ACCESS as far as can be seen, and is denied it all the same;"
                        + " GRANT AWS_LOAD_S3_ACCESS TO " + user + "; or set load_path to client",
                denied(database));
    }

    @Test
    void aHistoryThatMayNotBeReadNamesTheGrant(Sandbox sandbox) throws SQLException {
        Database database = sandbox.mysql().newDatabase();
        try (Connection session = database.connect()) {
            assertEquals(
                    Optional.of("GRANT SELECT ON mysql.aurora_s3_load_history TO '" + database.user() + "'@'%'"),
                    explain(
                            1142,
                            "SELECT command denied to user 'u'@'localhost' for table 'aurora_s3_load_history'",
                            session));
        }
    }

    private static String denied(Database database) throws SQLException {
        try (Connection session = database.connect()) {
            return explain(
                            1227,
                            "Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation",
                            session)
                    .orElseThrow();
        }
    }

    private static Optional<String> explain(int code, String message, Connection session) throws SQLException {
        return new AuroraS3LoadPath().explain(new SQLException(message, "HY000", code), session);
    }
}
