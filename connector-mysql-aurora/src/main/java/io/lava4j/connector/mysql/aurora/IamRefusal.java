package io.lava4j.connector.mysql.aurora;

import io.lava4j.aws.rds.Caller;
import io.lava4j.aws.rds.RdsEndpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What it can be that a server refuses a token: it says no more than "access denied" to all of it.
 *
 * @param endpoint in the token
 * @param region in the token
 * @param user in the token
 * @param now this machine's time
 * @param caller who signed
 */
record IamRefusal(RdsEndpoint endpoint, String region, String user, Instant now, Caller caller) {

    /** Causes, likeliest first, each with the value that was used. */
    String text() {
        List<String> causes = new ArrayList<>();
        if (caller.refused()) {
            causes.add("the AWS credentials: " + caller.fault());
        }
        boolean doubtful = endpoint.region().filter(region::equals).isEmpty();
        if (doubtful) {
            causes.add(address());
        }
        causes.add(policy());
        causes.add("the user: it must have been made by CREATE USER '" + user
                + "' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'");
        if (!doubtful) {
            causes.add(address());
        }
        causes.add("the cluster, instance or proxy: IAM authentication must be enabled");
        if (caller.arn().isEmpty() && !caller.refused()) {
            causes.add("the AWS credentials: they may have expired or been withdrawn");
            causes.add("this machine's clock: it says " + now.truncatedTo(ChronoUnit.SECONDS)
                    + ", and a token is good for 15 minutes");
        }
        causes.add("the rate: AWS lets in fewer than 200 new IAM connections a second");
        return "the password was an IAM token, and the server does not say what is wrong with it; likeliest first:"
                + numbered(causes);
    }

    private String address() {
        return "the address in the token: host '" + endpoint.host() + "', port " + endpoint.port() + ", region '"
                + region
                + "' must be those of the database's own endpoint, whatever name or tunnel leads to it"
                + (endpoint.region().isEmpty()
                        ? "; this host is none that AWS gives: name the endpoint's in iam_host, iam_port and region"
                        : otherRegion());
    }

    private String otherRegion() {
        return endpoint.region()
                .filter(named -> !named.equals(region))
                .map(named -> "; the host is in region '" + named + "', and 'region' says otherwise")
                .orElse("");
    }

    private String policy() {
        return "the policy: rds-db:connect must be allowed to " + principal() + " on arn:" + partition() + ":rds-db:"
                + region + ":" + account() + ":dbuser:RESOURCE_ID/" + user
                + ", where RESOURCE_ID is the cluster's (cluster-...), instance's (db-...) or proxy's (prx-...)";
    }

    private String principal() {
        return caller.arn()
                .map(arn -> "'" + arn + "', whose credentials signed the token,")
                .orElseGet(() -> "whoever's credentials signed the token (who that is AWS does not tell: "
                        + caller.fault() + ")");
    }

    private String account() {
        return part(4).orElse("ACCOUNT");
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

    private static String numbered(List<String> causes) {
        StringBuilder lines = new StringBuilder();
        for (String cause : causes) {
            lines.append("\n  - ").append(cause);
        }
        return lines.toString();
    }
}
