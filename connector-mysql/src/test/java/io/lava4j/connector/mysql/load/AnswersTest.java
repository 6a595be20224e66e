package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the server says, and what we make of it. */
class AnswersTest {

    @Test
    void countsAreReadByTheirPositionInAnyLanguage() {
        assertEquals(
                new LoadCounts(2, 1, 3, 70_000),
                LoadCounts.parse("Datensätze: 2  Gelöscht: 1  Ausgelassen: 3  Warnungen: 70000"));
        assertEquals(
                "the server's answer to a load, 'Records: 2', lacks a count",
                assertThrows(IllegalStateException.class, () -> LoadCounts.parse("Records: 2"))
                        .getMessage());
    }

    @Test
    void warningsAboutTheStatementDoNotCount() {
        Loaded loaded = Loaded.of(
                new LoadCounts(5, 0, 1, 3),
                List.of(
                        new ServerWarning(1638, "Non-ASCII separator arguments are not fully supported"),
                        new ServerWarning(3719, "'utf8' is currently an alias"),
                        new ServerWarning(1062, "Duplicate entry '1' for key 't.PRIMARY'")));

        assertEquals(1, loaded.warnings());
        assertEquals(4, loaded.rows());
        assertEquals(1, loaded.skipped());
        assertEquals(3, loaded.scanned(7).skipped(), "two more than the server counted passed by");
    }

    @Test
    void theRowOfAWarningIsTheRowAndTheLineOfTheFile() {
        ServerWarning value =
                new ServerWarning(1366, "Incorrect integer value: 'at row 3' for column 'a' at row 70001");
        ServerWarning fields = new ServerWarning(1261, "Row 2 doesn't contain data for all columns");

        assertEquals("row 70001: " + value, value.describe(format("", 0)));
        assertEquals("row 2 (line 5 with the header): " + fields, fields.describe(format("", 3)));
        assertEquals("row 2 (the header not counted): " + fields, fields.describe(format("\"", 1)));
        assertEquals("no row here (error 1)", new ServerWarning(1, "no row here").describe(format("", 1)));
    }

    @Test
    void theModeKeepsBackslashesAndIsStrictWhateverTheServerSays() {
        assertEquals(
                "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION",
                SqlMode.forLoading(
                        "ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,IGNORE_SPACE,ONLY_FULL_GROUP_BY,ANSI,"
                                + "ORACLE,MSSQL,EMPTY_STRING_IS_NULL"));
        assertEquals("STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION", SqlMode.forLoading(""));
    }

    @Test
    void theLockOfATableIsBlindToCaseAndShortEnough() {
        String name = TargetLock.name(new TableName("Shop", "Orders"));

        assertEquals(name, TargetLock.name(new TableName("shop", "ORDERS")));
        assertTrue(name.matches("lava:[0-9a-f]{40}"), name);
        assertFalse(name.equals(TargetLock.name(new TableName("shop", "order"))));
    }

    private static Format format(String quote, int headerLines) {
        return new Format(",", quote, false, "\\", "\n", headerLines, "utf8mb4", Compression.NONE, Optional.empty());
    }
}
