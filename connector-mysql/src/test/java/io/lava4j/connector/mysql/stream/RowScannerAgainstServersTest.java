package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scanner counts what the servers read, and knows where it ends, for data made of little but separators. */
@ExtendWith(SandboxExtension.class)
class RowScannerAgainstServersTest {

    private static final int CASES = 1_200;
    private static final int CUT_CASES = 1_000;
    private static final long SEED = 20_261_122;

    @Test
    void rowsAreThoseThatMySqlReads(Sandbox sandbox) throws SQLException {
        compare(sandbox.mysql().newDatabase(), RandomFile.ENCODINGS, ServerReader.MYSQL);
    }

    @Test
    void rowsAreThoseThatMariaDbReads(Sandbox sandbox) throws SQLException {
        compare(sandbox.mariadb().newDatabase(), RandomFile.OF_MARIADB, ServerReader.MARIADB);
    }

    @Test
    void aFileCutAtItsRowEndsIsToMySqlAsTheWhole(Sandbox sandbox) throws SQLException {
        compareCut(sandbox.mysql().newDatabase(), RandomFile.ENCODINGS, ServerReader.MYSQL);
    }

    @Test
    void aFileCutAtItsRowEndsIsToMariaDbAsTheWhole(Sandbox sandbox) throws SQLException {
        compareCut(sandbox.mariadb().newDatabase(), RandomFile.OF_MARIADB, ServerReader.MARIADB);
    }

    private static void compareCut(Database database, List<RandomFile.Encoding> encodings, ServerReader reader)
            throws SQLException {
        createTables(database);
        Random random = new Random(SEED + 1);
        int cuts = 0;
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CUT_CASES; i++) {
                RandomFile one = RandomFile.random(random, encodings.get(i % encodings.size()));
                Optional<byte[]> whole = one.completed(reader);
                if (whole.isPresent()) {
                    one.recordsRead(connection, database.name(), whole.get());
                    List<String> rows = rows(connection, one.fields());
                    connection.rollback();
                    List<byte[]> parts = one.cutEverywhere(reader);
                    for (byte[] part : parts) {
                        one.withoutHeader().recordsRead(connection, database.name(), part);
                    }
                    assertEquals(rows, rows(connection, one.fields()), "case " + i + ": " + one);
                    connection.rollback();
                    cuts += Math.max(0, parts.size() - 1);
                }
            }
        }
        assertTrue(cuts > CUT_CASES, cuts + " cuts");
    }

    /** In the order in which they were put there, as there is no key. */
    private static List<String> rows(Connection connection, int fields) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM t" + fields)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int field = 1; field <= fields; field++) {
                    values.add(result.getString(field));
                }
                rows.add(values.toString());
            }
            return rows;
        }
    }

    private static void createTables(Database database) {
        database.execute(
                "CREATE TABLE t1 (a LONGTEXT)",
                "CREATE TABLE t2 (a LONGTEXT, b LONGTEXT)",
                "CREATE TABLE t3 (a LONGTEXT, b LONGTEXT, c LONGTEXT)");
    }

    private static void compare(Database database, List<RandomFile.Encoding> encodings, ServerReader reader)
            throws SQLException {
        createTables(database);
        Random random = new Random(SEED);
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CASES; i++) {
                RandomFile one = RandomFile.random(random, encodings.get(i % encodings.size()));
                String described = "case " + i + ": " + one;
                long rows = one.rowsScanned(random, reader);
                assertEquals(one.recordsRead(connection, database.name(), one.data()), rows, described);
                Optional<byte[]> completed = one.completed(reader);
                if (completed.isPresent()) {
                    byte[] more = one.withOneRowMore(completed.get());
                    assertEquals(rows + 1, one.recordsRead(connection, database.name(), more), described);
                }
                connection.rollback();
            }
        }
    }

    private static Connection connect(Database database) throws SQLException {
        MysqlDataSource source = new MysqlDataSource();
        source.setServerName(database.host());
        source.setPort(database.port());
        source.setDatabaseName(database.name());
        source.setAllowLoadLocalInfile(true);
        source.setJdbcCompliantTruncation(false);
        return source.getConnection(database.user(), database.password());
    }
}
