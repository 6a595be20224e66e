package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Spec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user may do where a job would load, and whether lost outcomes could be looked up there.
 *
 * @param preserveCase whether names are kept as jobs write them
 * @param runSchema where the table of runs is looked for first
 */
public record TargetCheck(boolean preserveCase, Optional<String> runSchema) {

    /** Without them nothing loads. */
    private static final List<String> NEEDED = List.of("SELECT", "INSERT");

    /** Where the table is to be made first. */
    private static final List<String> TO_MAKE = List.of("SELECT", "CREATE", "ALTER", "DROP", "INSERT");

    /** Each with what it is for. */
    private static final List<List<String>> USEFUL = List.of(
            List.of("DELETE", "modes delete and switch, and REPLACE"),
            List.of("CREATE", "modes truncate and drop, and new tables"),
            List.of("ALTER", "modes truncate and drop, and new tables"),
            List.of("DROP", "modes truncate and drop, and new tables"),
            List.of("TRIGGER", "modes truncate and drop, as triggers are invisible without it"));

    /** There is one right that no table has. */
    private static final List<List<String>> USEFUL_ON_SCHEMA = Stream.concat(
                    USEFUL.stream(),
                    Stream.of(List.of("CREATE TEMPORARY TABLES", "columns tried before anything is changed")))
            .toList();

    /** Of a connection. */
    public static TargetCheck of(Spec spec) {
        return new TargetCheck(spec.flag("preserve_case", false), spec.text("run_schema"));
    }

    /** What gives an account, named as GRANT names it, every right on a database that jobs need. */
    public static String grant(String database, String account) {
        Stream<String> useful = USEFUL_ON_SCHEMA.stream().map(right -> right.get(0));
        return "GRANT "
                + Stream.concat(NEEDED.stream(), useful).collect(Collectors.joining(", ")) + " ON "
                + SqlText.schemaPattern(database) + ".* TO " + account;
    }

    /** The rights on a table, or on a database's tables. */
    public Finding rights(Connection connection, String database, Optional<String> table) throws SQLException {
        LoadSession session = new LoadSession(connection);
        Grants grants = Grants.of(session);
        if (table.isPresent()) {
            return onTable(name(table.get(), database), session, grants);
        }
        return new Rights(
                        grants.tablesOf(database),
                        "database '" + database + "'",
                        privilege -> grants.onSchema(privilege, database),
                        privilege -> grants.onSomeTable(privilege, database),
                        USEFUL_ON_SCHEMA,
                        user(session))
                .finding(NEEDED);
    }

    private static Finding onTable(TableName name, LoadSession session, Grants grants) throws SQLException {
        // What no load can fill is refused.
        if (TargetTable.lookUp(session, name).isPresent()) {
            return new Rights(
                            name.quoted(),
                            "table " + name,
                            privilege -> grants.onTable(privilege, name),
                            privilege -> false,
                            USEFUL,
                            user(session))
                    .finding(NEEDED);
        }
        return new Rights(
                        grants.tablesOf(name.schema()),
                        "table " + name + ", which is not there",
                        privilege -> grants.onSchema(privilege, name.schema()),
                        privilege -> false,
                        USEFUL_ON_SCHEMA,
                        user(session))
                .finding(TO_MAKE);
    }

    /** The table in which a load leaves a mark. */
    public Finding runs(Connection connection, String database) throws SQLException {
        List<String> schemas = new ArrayList<>(runSchema.stream().toList());
        schemas.add(database);
        LoadSession session = new LoadSession(connection);
        Optional<TableName> found = RunMarker.lookUp(session, schemas);
        if (found.isPresent()) {
            return new RunsCheck(found.get(), user(session)).finding(session);
        }
        String creation = RunMarker.creation(new TableName(schemas.get(0), RunMarker.TABLE));
        return Finding.warning(
                "there is no '" + RunMarker.TABLE + "' in " + quoted(schemas)
                        + ": a load whose COMMIT gets no answer is told as one that may or may not have been done",
                creation);
    }

    private TableName name(String written, String database) {
        String name = preserveCase ? written : FoldedNames.of(written);
        int dot = name.indexOf('.');
        return dot < 0 ? new TableName(database, name) : new TableName(name.substring(0, dot), name.substring(dot + 1));
    }

    private static String user(LoadSession session) throws SQLException {
        String account =
                session.query("SELECT CURRENT_USER()", row -> row.getString(1)).get(0);
        int at = account.lastIndexOf('@');
        return SqlText.literal(account.substring(0, at)) + "@" + SqlText.literal(account.substring(at + 1));
    }

    private static String quoted(List<String> schemas) {
        return String.join(
                " or ", schemas.stream().map(schema -> "'" + schema + "'").toList());
    }

    /**
     * Rights in one place.
     *
     * @param place as GRANT names it
     * @param told as a person reads it
     * @param granted whether a privilege is there
     * @param partly whether it is there on a part of the place
     * @param useful rights that some loads need, each with what it is for
     * @param user as GRANT names them
     */
    private record Rights(
            String place,
            String told,
            Predicate<String> granted,
            Predicate<String> partly,
            List<List<String>> useful,
            String user) {

        Finding finding(List<String> needed) {
            List<String> lacking = needed.stream().filter(granted.negate()).toList();
            if (!lacking.isEmpty()) {
                return lacking.stream().allMatch(partly)
                        ? Finding.warning(
                                "user " + user + " has rights on single tables of " + told + " alone",
                                "look at one with --table TABLE")
                        : Finding.failed(
                                "user " + user + " lacks " + String.join(", ", lacking) + " on " + told
                                        + ": no job can load there",
                                grant(lacking));
            }
            List<List<String>> less =
                    useful.stream().filter(right -> !granted.test(right.get(0))).toList();
            List<String> names = less.stream().map(right -> right.get(0)).toList();
            return less.isEmpty()
                    ? Finding.ok("user " + user + " has every right on " + told + " that jobs need")
                    : Finding.warning(
                            "user " + user + " lacks " + String.join(", ", names) + " on " + told
                                    + ", and with that: "
                                    + String.join(
                                            "; ",
                                            less.stream()
                                                    .map(right -> right.get(1))
                                                    .distinct()
                                                    .toList()),
                            grant(names));
        }

        private String grant(List<String> privileges) {
            return "GRANT " + String.join(", ", privileges) + " ON " + place + " TO " + user;
        }
    }
}
