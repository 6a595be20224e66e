package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rights of a session's user, its active roles' among them: what SHOW GRANTS says. */
final class Grants {

    private static final Pattern GRANT =
            Pattern.compile("(GRANT|REVOKE) (.+?) ON (?:TABLE )?(\\S.*?)\\.(.+?) (?:TO|FROM) .*");
    private static final String EVERYTHING = "*";

    private final List<Grant> grants;

    private Grants(List<Grant> grants) {
        this.grants = grants;
    }

    static Grants of(LoadSession session) throws SQLException {
        return of(session.query("SHOW GRANTS", row -> row.getString(1)));
    }

    static Grants of(List<String> lines) {
        return new Grants(
                lines.stream().map(Grants::read).flatMap(Optional::stream).toList());
    }

    /** Whether a right is there on all tables of a schema. */
    boolean onSchema(String privilege, String schema) {
        return allows(privilege, schema, EVERYTHING);
    }

    /** Whether a right is there on a table. */
    boolean onTable(String privilege, TableName table) {
        return allows(privilege, table.schema(), table.table());
    }

    /** What is granted on everything may be revoked on one schema. */
    private boolean allows(String privilege, String schema, String table) {
        List<Grant> about = grants.stream()
                .filter(grant -> grant.isAbout(schema, table) && grant.names(privilege))
                .toList();
        boolean revoked = about.stream().anyMatch(Grant::revoked);
        return about.stream().anyMatch(grant -> !grant.revoked() && !(revoked && grant.isGlobal()));
    }

    private static Optional<Grant> read(String line) {
        Matcher parts = GRANT.matcher(line);
        return parts.matches()
                ? Optional.of(new Grant(
                        parts.group(1).equals("REVOKE"),
                        Set.of(parts.group(2).toUpperCase(Locale.ROOT).split(", ")),
                        unquoted(parts.group(3)),
                        unquoted(parts.group(4))))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    private record Grant(boolean revoked, Set<String> privileges, String schema, String table) {

        boolean names(String privilege) {
            return privileges.contains(privilege)
                    || privileges.contains("ALL PRIVILEGES")
                    || privileges.contains("ALL");
        }

        boolean isGlobal() {
            return schema.equals(EVERYTHING);
        }

        boolean isAbout(String otherSchema, String otherTable) {
            boolean schemaFits = isGlobal()
                    || (table.equals(EVERYTHING)
                            ? like(schema).matcher(otherSchema).matches()
                            : schema.equalsIgnoreCase(otherSchema));
            return schemaFits && (table.equals(EVERYTHING) || table.equalsIgnoreCase(otherTable));
        }

        /** Schemas are granted by a pattern of LIKE. */
        private static Pattern like(String pattern) {
            StringBuilder expression = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                char each = pattern.charAt(i);
                if (each == '\\' && i + 1 < pattern.length()) {
                    i++;
                    expression.append(Pattern.quote(pattern.substring(i, i + 1)));
                } else {
                    expression.append(
                            each == '%' ? ".*" : each == '_' ? "." : Pattern.quote(pattern.substring(i, i + 1)));
                }
            }
            return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        }
    }
}
