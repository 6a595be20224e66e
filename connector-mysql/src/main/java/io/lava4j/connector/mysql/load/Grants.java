package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of a session's user, its active roles' among them: what SHOW GRANTS says. Says no where it is not sure. */
final class Grants {

    private static final String NAME = "(`(?:[^`]|``)++`|\\*)";
    private static final Pattern GRANT = Pattern.compile(
            "(GRANT|REVOKE) (.+?) ON (?:TABLE )?" + NAME + "\\." + NAME + " (?:TO|FROM) (\\S+).*", Pattern.DOTALL);
    private static final String EVERYTHING = "*";

    private final List<Grant> grants;
    private final Naming naming;

    private Grants(List<Grant> grants, Naming naming) {
        this.grants = grants;
        this.naming = naming;
    }

    static Grants of(LoadSession session) throws SQLException {
        return of(session.query("SHOW GRANTS", row -> row.getString(1)), Naming.of(session));
    }

    static Grants of(List<String> lines, Naming naming) {
        return new Grants(
                lines.stream().map(Grants::read).flatMap(Optional::stream).toList(), naming);
    }

    /** Whether a right is there on all tables of a schema. */
    boolean onSchema(String privilege, String schema) {
        return everywhere(privilege, schema) || byPattern(privilege, schema);
    }

    /** Whether a right is there on a table. */
    boolean onTable(String privilege, TableName table) {
        return onSchema(privilege, table.schema())
                || granted(grant -> !grant.isOnSchema() && !grant.isGlobal())
                        .anyMatch(grant -> grant.names(privilege)
                                && naming.same(grant.schema(), table.schema())
                                && naming.same(grant.table(), table.table()));
    }

    /** Whether a right is there on one table of a schema at least. */
    boolean onSomeTable(String privilege, String schema) {
        return onSchema(privilege, schema)
                || granted(grant -> !grant.isOnSchema() && !grant.isGlobal())
                        .anyMatch(grant -> grant.names(privilege) && naming.same(grant.schema(), schema));
    }

    /** All tables of a schema, as GRANT names them: by a pattern, where it takes one. */
    String tablesOf(String schema) {
        return (naming.literalGrants() ? SqlText.identifier(schema) : SqlText.schemaPattern(schema)) + ".*";
    }

    /** What is granted on everything may be revoked on one schema, which is named then. */
    private boolean everywhere(String privilege, String schema) {
        boolean revoked = grants.stream()
                .anyMatch(grant -> grant.revoked() && grant.names(privilege) && naming.same(grant.schema(), schema));
        return !revoked && granted(Grant::isGlobal).anyMatch(grant -> grant.names(privilege));
    }

    /** MariaDB tells the grants of a role as the role's own, and adds up what the user and its role may do. */
    private boolean byPattern(String privilege, String schema) {
        Collection<List<Grant>> byGrantee = granted(
                        grant -> grant.isOnSchema() && grant.pattern().fits(schema, naming))
                .collect(Collectors.groupingBy(Grant::grantee))
                .values();
        return byGrantee.stream().anyMatch(fitting -> decisive(fitting).allMatch(grant -> grant.names(privilege)));
    }

    private static Stream<Grant> decisive(List<Grant> fitting) {
        List<GrantPattern> patterns =
                GrantPattern.decisive(fitting.stream().map(Grant::pattern).toList());
        return fitting.stream().filter(grant -> patterns.contains(grant.pattern()));
    }

    private Stream<Grant> granted(Predicate<Grant> where) {
        return grants.stream().filter(grant -> !grant.revoked()).filter(where);
    }

    private static Optional<Grant> read(String line) {
        Matcher parts = GRANT.matcher(line);
        return parts.matches()
                ? Optional.of(new Grant(
                        parts.group(1).equals("REVOKE"),
                        Set.copyOf(Arrays.asList(
                                parts.group(2).toUpperCase(Locale.ROOT).split(", "))),
                        SqlText.unquoted(parts.group(3)),
                        SqlText.unquoted(parts.group(4)),
                        parts.group(5)))
                : Optional.empty();
    }

    private record Grant(boolean revoked, Set<String> privileges, String schema, String table, String grantee) {

        boolean names(String privilege) {
            return privileges.contains(privilege)
                    || privileges.contains("ALL PRIVILEGES")
                    || privileges.contains("ALL");
        }

        boolean isGlobal() {
            return schema.equals(EVERYTHING);
        }

        boolean isOnSchema() {
            return !isGlobal() && table.equals(EVERYTHING);
        }

        GrantPattern pattern() {
            return GrantPattern.of(schema);
        }
    }
}
