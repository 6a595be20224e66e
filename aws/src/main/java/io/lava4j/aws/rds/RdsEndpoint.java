package io.lava4j.aws.rds;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where a database of RDS listens. A token is good at the endpoint that it names, and there alone.
 *
 * @param host the name that AWS gave to a cluster, a reader, an instance or a proxy; kept in lower case, without a dot at
 *     its end
 * @param port TCP port
 */
public record RdsEndpoint(String host, int port) {

    private static final String REGION = "[a-z]{2,}(?:-[a-z]+)+-[0-9]+";

    /** Two orders are in use: the second one in China. What begins with {@code global} names no region. */
    private static final Pattern NAME =
            Pattern.compile(".+\\.(?:(" + REGION + ")\\.rds|rds\\.(" + REGION + "))\\.([a-z0-9.-]+)");

    /** Brings the name into the form that AWS signs. */
    public RdsEndpoint {
        String lower = host.toLowerCase(Locale.ROOT);
        host = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /**
     * The region that the name tells.
     *
     * @return such as {@code eu-west-1}; empty when this is no name that AWS gives, or one of a global database
     */
    public Optional<String> region() {
        Matcher name = NAME.matcher(host);
        if (!name.matches()) {
            return Optional.empty();
        }
        String region = name.group(1) == null ? name.group(2) : name.group(1);
        return Optional.of(region).filter(known -> suffix(known).equals(name.group(3)));
    }

    /** The endpoint for a person, and in a token. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static String suffix(String region) {
        return PartitionMetadata.of(Region.of(region)).dnsSuffix();
    }
}
