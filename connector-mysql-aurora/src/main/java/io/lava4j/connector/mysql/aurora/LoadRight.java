package io.lava4j.connector.mysql.aurora;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The right of a session's user to load from S3.
 *
 * @param name what the server calls it
 * @param user whose it is, as a statement names it
 * @param granted whether the user has it
 * @param active whether it counts in this session
 * @param grant the statement that gives it
 */
record LoadRight(String name, String user, boolean granted, boolean active, String grant) {

    private static final String ROLE = "AWS_LOAD_S3_ACCESS";
    private static final String PRIVILEGE = "LOAD FROM S3";
    private static final Pattern PRIVILEGE_GRANTED =
            Pattern.compile("GRANT ([A-Z0-9 ]+, )*(LOAD FROM S3|ALL PRIVILEGES)(, [A-Z0-9 ]+)* ON \\*\\.\\* TO .*");

    /** Of version 3: a role, granted directly or by another role; it counts when it is active. */
    static LoadRight role(AuroraSession session) throws SQLException {
        String user = session.user();
        Roles roles = Roles.of(session);
        String account = ROLE + "@%";
        return new LoadRight(
                "the role " + ROLE,
                user,
                roles.granted().contains(account),
                roles.active().contains(account),
                "GRANT " + ROLE + " TO " + user);
    }

    /** Of version 2: a privilege. */
    static LoadRight privilege(AuroraSession session) throws SQLException {
        String user = session.user();
        boolean granted = session.texts("SHOW GRANTS").stream().anyMatch(LoadRight::isPrivilege);
        return new LoadRight(
                "the privilege " + PRIVILEGE, user, granted, granted, "GRANT " + PRIVILEGE + " ON *.* TO " + user);
    }

    /** What is missing, and the statement that mends it. */
    Optional<String> missing() {
        return granted ? Optional.empty() : Optional.of("user " + user + " lacks " + name + "; " + grant);
    }

    /** How it is, where it is granted. */
    String state() {
        return name + " is granted, and " + (active ? "active" : "made active by each load");
    }

    /** Why the server says that it is missing. */
    String denied() {
        return missing()
                .orElse(
                        active
                                ? "user " + user + " has " + name
                                        + " as far as can be seen, and is denied it all the same; " + grant
                                : name + " is granted to user " + user + " and is not active; SET DEFAULT ROLE ALL TO "
                                        + user);
    }

    /** To activate the role alone would take the other active ones away. */
    List<String> activation() {
        return granted && !active ? List.of("SET ROLE ALL") : List.of();
    }

    /** Whether a line of SHOW GRANTS gives the privilege. */
    static boolean isPrivilege(String line) {
        return PRIVILEGE_GRANTED.matcher(line).matches();
    }
}
