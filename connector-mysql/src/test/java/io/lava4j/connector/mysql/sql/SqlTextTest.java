package io.lava4j.connector.mysql.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void nothingEndsALiteralOrAnIdentifierEarly() {
        assertEquals("'it''s \\\\\\\\ \\0'", SqlText.literal("it's \\\\ \0"));
        assertEquals("`a``b'c`", SqlText.identifier("a`b'c"));
        assertEquals("`s``1`.`t``2`", new TableName("s`1", "t`2").quoted());
    }

    @Test
    void separatorsAreQuotedInAsciiAndHexadecimalElsewhere() {
        assertEquals(
                "CHARACTER SET latin1 FIELDS TERMINATED BY X'A7' OPTIONALLY ENCLOSED BY '''' ESCAPED BY '\\\\'"
                        + " LINES TERMINATED BY X'0D0A' IGNORE 1 LINES (`a`, `b``c`)",
                clauses(format("§", "'", "\\", "\r\n"), List.of("a", "b`c")).render());
        assertEquals(
                "CHARACTER SET latin1 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '' ESCAPED BY ''"
                        + " LINES TERMINATED BY '#' IGNORE 1 LINES",
                clauses(format(",", "", "", "#"), List.of()).render());
    }

    @Test
    void separatorsMustBeApartInTheBytesOfTheFile() {
        assertEquals(
                "DELIMITER begins ESCAPE: the server could not tell them apart; choose others",
                refusal(new Format("¥", "", false, "\\", "\n", 0, "sjis", Compression.NONE, Optional.empty())));
        assertEquals(
                "QUOTE begins TERMINATOR: the server could not tell them apart; choose others",
                refusal(format(",", "\"", "", "\"\n")));
        assertEquals(
                "DELIMITER begins ESCAPE: the server could not tell them apart; choose others",
                refusal(format("\\", "", "\\", "\n")));
        clauses(format(",", "\"", "\"", "\n"), List.of());
    }

    @Test
    void columnsAreFoundInTheirSpecifications() {
        List<String> specifications = List.of(
                "id INT NOT NULL",
                "`my ``col` VARCHAR(10) COMMENT 'PRIMARY KEY'",
                " Primary_Name text",
                "PRIMARY KEY (id)",
                "unique (a)",
                "INDEX i (a)",
                "CONSTRAINT c CHECK (a > 0)",
                "CHECK (a > 0)",
                "FOREIGN KEY (a) REFERENCES b (c)",
                "FULLTEXT (a)",
                "PERIOD FOR SYSTEM_TIME (a, b)",
                "été INT");

        assertEquals(List.of("id", "my `col", "Primary_Name", "été"), ColumnSpecification.names(specifications));
        assertEquals("`my ``col` VARCHAR(10)", ColumnSpecification.folded("`My ``Col` VARCHAR(10)"));
        assertEquals("PRIMARY KEY (ID)", ColumnSpecification.folded("PRIMARY KEY (ID)"));
        assertEquals(
                "column specification '(a INT)' does not begin with the name of a column; put it first, such as id INT",
                assertThrows(ConfigurationException.class, () -> ColumnSpecification.names(List.of("(a INT)")))
                        .getMessage());
    }

    @Test
    void aNameThatIsNotClosedIsNone() {
        assertEquals(
                "column specification '`a``b INT' does not begin with the name of a column; put it first, such as id INT",
                assertThrows(ConfigurationException.class, () -> ColumnSpecification.names(List.of("`a``b INT")))
                        .getMessage());
    }

    @Test
    void aLongNameIsReadToItsEnd() {
        String name = "n``".repeat(100_000);

        assertEquals(List.of("n`".repeat(100_000)), ColumnSpecification.names(List.of("`" + name + "` INT")));
    }

    @Test
    void anEncodingIsANameAndNothingElse() {
        assertEquals("utf8mb4", FileEncoding.of("UTF8").name());
        assertEquals("utf8mb4", FileEncoding.of("utf8mb3").name());
        assertEquals(
                "encoding 'utf8 x' is not the name of a character set; give one, such as utf8mb4",
                assertThrows(ConfigurationException.class, () -> FileEncoding.of("utf8 x"))
                        .getMessage());
    }

    private static String refusal(Format format) {
        return assertThrows(ConfigurationException.class, () -> clauses(format, List.of()))
                .getMessage();
    }

    private static LoadClauses clauses(Format format, List<String> columns) {
        FileEncoding encoding = FileEncoding.of(format.encoding());
        return new LoadClauses(List.of(), format, encoding, Separators.of(format, encoding), columns);
    }

    private static Format format(String delimiter, String quote, String escape, String terminator) {
        return new Format(delimiter, quote, true, escape, terminator, 1, "Latin1", Compression.NONE, Optional.empty());
    }
}
