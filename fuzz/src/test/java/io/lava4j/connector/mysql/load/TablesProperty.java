package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import io.lava4j.fuzz.Shape;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Statements about tables name the tables that are meant, and do nothing else. */
public final class TablesProperty implements Property {

    @Override
    public void holds(Choices data) {
        TableName table = new TableName(Hostile.name(data), Hostile.name(data));
        TableName other = new TableName(Hostile.name(data), Hostile.name(data));
        check("DROP TABLE", table, TableStatements.drop(table));
        check("DROP TABLE IF EXISTS", table, TableStatements.dropIfThere(table));
        check("DROP TEMPORARY TABLE", table, TableStatements.dropTemporary(table));
        check("TRUNCATE TABLE", table, TableStatements.truncate(table));
        check("DELETE FROM", table, new DeleteMode(table).before().get(0));
        about("SELECT 1 FROM", table).words("LIMIT 1").check(TableStatements.anyRow(table));
        about("CREATE TABLE", table)
                .words("LIKE")
                .table(other.schema(), other.table())
                .check(TableStatements.createLike(table, other));
        about("CREATE TABLE", table).words("( a INT )").check(TableStatements.create(table, List.of("a INT")));
        about("CREATE TEMPORARY TABLE", table)
                .words("( a INT ) ENGINE = InnoDB")
                .check(TableStatements.createTemporary(table, List.of("a INT"), "InnoDB"));
        about("RENAME TABLE", table)
                .words("TO")
                .table(other.schema(), other.table())
                .words(",")
                .table(other.schema(), other.table())
                .words("TO")
                .table(table.schema(), table.table())
                .check(Rename.statement(List.of(new Rename.Move(table, other), new Rename.Move(other, table))));
        String runId = Hostile.text(data);
        about("INSERT INTO", table)
                .words("( run_id ) VALUES (")
                .string(runId)
                .words(")")
                .check(new RunMarker(table, runId).statement());
        besides(table, runId);
    }

    private static void besides(TableName table, String runId) {
        SideTables side = new SideTables(table, runId);
        for (TableName each : List.of(side.fresh(), side.old(), side.mark(), side.done())) {
            Assertions.assertTrue(side.areOf(each.table(), new Naming(true, true)), each::toString);
            Assertions.assertTrue(each.table().codePointCount(0, each.table().length()) <= 64, each::toString);
            check("DROP TABLE", each, TableStatements.drop(each));
        }
        Assertions.assertFalse(side.areOf(table.table(), new Naming(true, true)), table::toString);
    }

    private static void check(String words, TableName table, String statement) {
        about(words, table).check(statement);
    }

    private static Shape about(String words, TableName table) {
        return new Shape().words(words).table(table.schema(), table.table());
    }
}
