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

    /** The one plugin that a server asks an IAM user for. */
    private static final String FOR_TOKENS = "mysql_clear_password";

    /**
     * Causes, likeliest first, each with the value that was used. The plugin that a server asks for tells whether it knows
     * the user as one who logs in with tokens.
     */
    String text(Optional<String> asked) {
        if (asked.isPresent() && !asked.get().equals(FOR_TOKENS)) {
            return "the password was an IAM token, and the server asks user '" + user + "' for one by " + asked.get()
                    + ": there is no user of that name, or it was made with a password; "
                    + databaseUser().creation()
                    + ", or " + databaseUser().change();
        }
        List<String> causes = new ArrayList<>();
        if (caller.refused()) {
            causes.add("the AWS credentials: " + caller.fault());
        }
        boolean doubtful = endpoint.region().filter(region::equals).isEmpty();
        if (doubtful) {
            causes.add(address());
        }
        causes.add(policy());
        if (asked.isEmpty()) {
            causes.add("the user: it must have been made by " + databaseUser().creation());
        }
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
        return "the password was an IAM token, and the server does not say what is wrong with it"
                + (asked.isEmpty() ? "" : ", but that the user is made for tokens") + "; likeliest first:"
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
        return "the policy: rds-db:connect must be allowed to " + principal() + " on "
                + databaseUser().arn()
                + ", where RESOURCE_ID is the cluster's (cluster-...), instance's (db-...) or proxy's (prx-...)";
    }

    private DatabaseUser databaseUser() {
        return new DatabaseUser(endpoint, region, user, caller);
    }

    private String principal() {
        return caller.arn()
                .map(arn -> "'" + arn + "', whose credentials signed the token,")
                .orElseGet(() -> "whoever's credentials signed the token (who that is AWS does not tell: "
                        + caller.fault() + ")");
    }

    private static String numbered(List<String> causes) {
        StringBuilder lines = new StringBuilder();
        for (String cause : causes) {
            lines.append("\n  - ").append(cause);
        }
        return lines.toString();
    }
}
