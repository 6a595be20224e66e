package io.lava4j.connector.mysql.aurora;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles of a session's user. A role that is active makes those active that are granted to it, and the server does not
 * list these among the enabled ones.
 *
 * @param active those that count in the session
 * @param granted those that could
 */
record Roles(Set<String> active, Set<String> granted) {

    static Roles of(AuroraSession session) throws SQLException {
        List<Grant> grants = session.rows(
                "SELECT CONCAT(grantee, '@', grantee_host), CONCAT(role_name, '@', role_host)"
                        + " FROM information_schema.applicable_roles",
                row -> new Grant(row.getString(1), row.getString(2)));
        Set<String> active = new HashSet<>(
                session.texts("SELECT CONCAT(role_name, '@', role_host) FROM information_schema.enabled_roles"));
        while (grants.stream().anyMatch(grant -> active.contains(grant.grantee) && active.add(grant.role))) {
            // Until no grant adds one.
        }
        return new Roles(active, grants.stream().map(Grant::role).collect(Collectors.toSet()));
    }

    private record Grant(String grantee, String role) {}
}
