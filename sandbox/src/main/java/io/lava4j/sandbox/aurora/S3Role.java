package io.lava4j.sandbox.aurora;

import java.io.IOException;

/** The database role without which Aurora version 3 lets nobody load from S3. */
final class S3Role {
    static final String NAME = "AWS_LOAD_S3_ACCESS";

    /** Whether it is active, or is granted to a role that is. */
    private static final String ACTIVE =
            """
            WITH RECURSIVE active (name, host) AS (
              SELECT role_name, role_host FROM information_schema.enabled_roles
              UNION SELECT role_name, role_host FROM information_schema.applicable_roles
                JOIN active ON grantee = active.name AND grantee_host = active.host)
            SELECT COUNT(*) FROM active WHERE name = '%s'"""
                    .formatted(NAME);

    private S3Role() {}

    static boolean isActive(Backend session) throws IOException, BackendException {
        return !session.query(ACTIVE).get(0).get(0).equals("0");
    }
}
