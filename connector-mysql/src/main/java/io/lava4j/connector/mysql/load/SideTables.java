package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The tables that a run makes beside its target: {@code <target>_lava_<8 hex digits>_<8 hex digits>_new} is filled,
 * {@code …_old} is the target that it has replaced. The digits stand for the target and for the run; the target's name is
 * cut so that the whole has at most 64 characters, the most that a server takes. {@code …_try} becomes {@code …_did} in the
 * RENAME that puts new tables in their places.
 *
 * @param target the table that is loaded
 * @param runId the run's own id
 */
record SideTables(TableName target, String runId) {

    private static final int LONGEST_START = 37;
    private static final int HEX_DIGITS = 8;
    private static final Pattern ENDING = Pattern.compile("[0-9a-f]{8}_(new|old|try|did)");

    /** The table that is filled. */
    TableName fresh() {
        return named("new");
    }

    /** What the target is called once it has been replaced. */
    TableName old() {
        return named("old");
    }

    /** An empty table, there until the filled one is put in place. */
    TableName mark() {
        return named("try");
    }

    /** What the mark is called from then on. */
    TableName done() {
        return named("did");
    }

    /** Begins the names of all runs into the target. */
    String prefix() {
        String name = target.table();
        int end = name.offsetByCodePoints(0, Math.min(LONGEST_START, name.codePointCount(0, name.length())));
        String whole = (target.schema() + "." + name).toLowerCase(Locale.ROOT);
        return name.substring(0, end) + "_lava_" + Sha256.hex(whole, HEX_DIGITS) + "_";
    }

    /** Whether a table is beside the target, of whatever run. */
    boolean areOf(String table, Naming naming) {
        String prefix = prefix();
        return table.length() > prefix.length()
                && naming.same(table.substring(0, prefix.length()), prefix)
                && ENDING.matcher(table.substring(prefix.length())).matches();
    }

    /** Whether such a table was a target once. */
    static boolean isOld(String table) {
        return table.endsWith("_old");
    }

    /** What the table was filled as that has replaced such a one. */
    static TableName freshOf(TableName old) {
        return new TableName(old.schema(), old.table().replaceFirst("_old$", "_new"));
    }

    private TableName named(String ending) {
        return new TableName(target.schema(), prefix() + Sha256.hex(runId, HEX_DIGITS) + "_" + ending);
    }
}
