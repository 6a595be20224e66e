package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Whether a server can load from S3, as far as it can be seen without doing so. That the cluster's role may read the
 * bucket, and that there is a way to it, only the load itself shows.
 */
record Readiness(AuroraSession session) {

    /** The first thing that is missing, and what mends it. */
    Optional<String> refusal(LoadRequest request) throws SQLException {
        Optional<String> version = session.version();
        if (version.isEmpty()) {
            return Optional.of("the server is not Aurora MySQL, as it has no aurora_version(), and cannot load from S3"
                    + " by itself");
        }
        Optional<String> elsewhere = elsewhere(request);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        Optional<String> missing = session.loadRight().missing();
        return missing.isPresent() ? missing : new ClusterRole(session).missing();
    }

    /** The same for no load in particular. */
    Finding finding() throws SQLException {
        Optional<String> version = session.version();
        if (version.isEmpty()) {
            return Finding.ok("the server is not Aurora MySQL: its jobs load through lava");
        }
        String seen = "Aurora MySQL " + version.get();
        LoadRight right = session.loadRight();
        if (!right.granted()) {
            return Finding.warning(
                    seen + "; user " + right.user() + " lacks " + right.name() + ": jobs load through lava",
                    right.grant());
        }
        ClusterRole role = new ClusterRole(session);
        return role.missing().isPresent()
                ? Finding.warning(
                        seen + "; " + right.state() + "; aws_default_s3_role is not set: jobs load through lava",
                        ClusterRole.setting())
                : Finding.ok(seen + "; " + right.state() + "; the cluster reads with " + role.named()
                        + ", and whether that may read a bucket only a load shows");
    }

    /** Objects of a directory have a bucket, too. */
    private static Optional<String> elsewhere(LoadRequest request) {
        return request.source().objects().stream()
                .map(StoredObject::bucket)
                .distinct()
                .filter(bucket -> request.source().store().region(bucket).isEmpty())
                .findFirst()
                .map(bucket ->
                        "bucket '" + bucket + "' has no region, so it is not in S3, where the server could read it");
    }
}
