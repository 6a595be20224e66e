package io.lava4j.connector.mysql.aurora;

import io.lava4j.aws.rds.Caller;
import io.lava4j.aws.rds.RdsEndpoint;
import io.lava4j.connector.mysql.MySql;
import java.util.Optional;

/**
 * A user who logs in with tokens, as the database and IAM know it.
 *
 * @param endpoint in the token
 * @param region in the token
 * @param user in the token
 * @param caller who signs
 */
record DatabaseUser(RdsEndpoint endpoint, String region, String user, Caller caller) {

    private static final String IDENTIFIED = " IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'";

    /** What makes the user at the database. */
    String creation() {
        return "CREATE USER " + MySql.literal(user) + IDENTIFIED;
    }

    /** What makes one of it that had a password. */
    String change() {
        return "ALTER USER " + MySql.literal(user) + IDENTIFIED;
    }

    /** The resource of the policy; capitals stand for what is not known. */
    String arn() {
        return "arn:" + partition() + ":rds-db:" + region + ":" + part(4).orElse("ACCOUNT") + ":dbuser:RESOURCE_ID/"
                + user;
    }

    /** The policy of whoever signs, as the reference shows it. */
    String policy() {
        return """
                "Statement": [
                    {
                        "Sid": "GetRdsCreds",
                        "Effect": "Allow",
                        "Action": "rds-db:connect",
                        "Resource": [
                            "%s"
                        ]
                    }
                ]
                """
                .formatted(arn());
    }

    /** What tells the id that stands in the policy; endpoints that people name are not named as what they lead to. */
    String resourceId() {
        String[] labels = endpoint.host().split("\\.");
        if (endpoint.region().isEmpty()) {
            return ofInstance("DB_ID") + "\n" + ofCluster("CLUSTER_ID");
        }
        if (labels[1].startsWith("proxy-")) {
            return ofProxy(labels[0]);
        }
        if (labels[2].startsWith("proxy-")) {
            return "aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name '" + labels[0]
                    + "' --query 'DBProxyEndpoints[0].DBProxyName' --output text\n" + ofProxy("PROXY_NAME");
        }
        if (labels[1].startsWith("cluster-custom-")) {
            return "aws rds describe-db-cluster-endpoints --db-cluster-endpoint-identifier '" + labels[0]
                    + "' --query 'DBClusterEndpoints[0].DBClusterIdentifier' --output text\n" + ofCluster("CLUSTER_ID");
        }
        return labels[1].startsWith("cluster-") ? ofCluster(labels[0]) : ofInstance(labels[0]);
    }

    private static String ofCluster(String id) {
        return "aws rds describe-db-clusters --db-cluster-identifier '" + id
                + "' --query 'DBClusters[0].DbClusterResourceId' --output text";
    }

    private static String ofProxy(String name) {
        return "aws rds describe-db-proxies --db-proxy-name '" + name
                + "' --query 'DBProxies[0].DBProxyArn' --output text";
    }

    private static String ofInstance(String id) {
        return "aws rds describe-db-instances --db-instance-identifier '" + id
                + "' --query 'DBInstances[0].DbiResourceId' --output text";
    }

    private String partition() {
        String named = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return part(1).orElse(named);
    }

    private Optional<String> part(int index) {
        return caller.arn()
                .map(arn -> arn.split(":", -1))
                .filter(parts -> parts.length > index)
                .map(parts -> parts[index]);
    }
}
