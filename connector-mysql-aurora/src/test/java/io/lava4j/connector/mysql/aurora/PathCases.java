package io.lava4j.connector.mysql.aurora;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What may differ between one way and another. */
final class PathCases {

    private PathCases() {}

    static Stream<PathCase> all() {
        return Stream.of(separators(), quotes(), nulls(), encodings(), files(), keys(), options(), badValues())
                .flatMap(cases -> cases);
    }

    private static Stream<PathCase> separators() {
        return Stream.of(
                PathCase.of("the defaults").data("1\tone\n2\ttwo\n").loads(2),
                PathCase.of("a comma")
                        .args("DELIMITER ','")
                        .data("1,one\n2,two\n")
                        .loads(2),
                PathCase.of("a blank delimiter")
                        .args("DELIMITER ' '")
                        .data("1 one\n2 two\n")
                        .loads(2),
                PathCase.of("a quote as delimiter")
                        .args("DELIMITER ''''")
                        .data("1'one\n2'two\n")
                        .loads(2),
                PathCase.of("a backslash as delimiter")
                        .args("DELIMITER '\\\\'", "ESCAPE ''")
                        .data("1\\one\n")
                        .loads(1),
                PathCase.of("several characters")
                        .args("DELIMITER '||'")
                        .data("1||o|ne\n2||two\n")
                        .loads(2),
                PathCase.of("a delimiter beyond ASCII")
                        .args("DELIMITER '§'")
                        .data("1§one\n2§twö\n")
                        .loads(2),
                PathCase.of("a delimiter of latin1")
                        .encoding("windows-1252", "latin1")
                        .args("DELIMITER '§'")
                        .data("1§one\n2§twö\n")
                        .loads(2),
                PathCase.of("DOS lines")
                        .args("DELIMITER ','", "TERMINATOR DOS")
                        .data("1,one\r\n2,two\r\n")
                        .loads(2),
                PathCase.of("lines of one's own")
                        .args("DELIMITER ','", "TERMINATOR '|;'")
                        .data("1,on\ne|;2,two|;")
                        .loads(2),
                PathCase.of("DOS lines taken for unix ones")
                        .args("DELIMITER ','")
                        .data("1,one\r\n2,two\r\n")
                        .loads(2),
                PathCase.of("DOS lines taken for unix ones, a number last")
                        .table("name VARCHAR(20), id INT")
                        .args("DELIMITER ','")
                        .data("one,1\r\n")
                        .loads(1));
    }

    private static Stream<PathCase> quotes() {
        return Stream.of(
                PathCase.of("quotes")
                        .args("DELIMITER ','", "QUOTE '\"'")
                        .data("\"1\",\"on,e\"\n\"2\",\"tw\no\"\n")
                        .loads(2),
                PathCase.of("optional quotes")
                        .args("DELIMITER ','", "QUOTE OPTIONAL '\"'")
                        .data("1,\"on\"\"e\"\n2,two\n")
                        .loads(2),
                PathCase.of("quotes doubled as spreadsheets do")
                        .args("DELIMITER ','", "QUOTE OPTIONAL '\"'", "ESCAPE '\"'")
                        .data("1,\"on\"\"e\"\n2,\"c:\\\\x\"\n")
                        .loads(2),
                PathCase.of("single quotes")
                        .args("DELIMITER ','", "QUOTE ''''")
                        .data("'1','on''e'\n")
                        .loads(1),
                PathCase.of("escapes")
                        .args("DELIMITER ','")
                        .data("1,o\\,n\\\\e\n2,t\\tw\\\no\n")
                        .loads(2),
                PathCase.of("another escape")
                        .args("DELIMITER ','", "ESCAPE '~'")
                        .data("1,o~,n~~e\\\n")
                        .loads(1),
                PathCase.of("no escape")
                        .args("DELIMITER ','", "ESCAPE ''")
                        .data("1,o\\n\\N\n")
                        .loads(1),
                PathCase.of("an escaped escape at the very end")
                        .args("DELIMITER ','")
                        .data("1,one\\\\\n")
                        .loads(1));
    }

    private static Stream<PathCase> nulls() {
        return Stream.of(
                PathCase.of("NULL as MySQL writes it")
                        .args("DELIMITER ','")
                        .data("1,\\N\n2,N\n")
                        .loads(2),
                PathCase.of("NULL as a word")
                        .args("DELIMITER ','", "QUOTE '\"'")
                        .data("\"1\",NULL\n\"2\",\"NULL\"\n")
                        .loads(2),
                PathCase.of("NULL as a text")
                        .args("DELIMITER ','", "NULL 'NA'")
                        .data("1,NA\n2,na\n3,NA \n")
                        .loads(3),
                PathCase.of("NULL as a text in quotes")
                        .args("DELIMITER ','", "QUOTE '\"'", "NULL ''")
                        .data("\"1\",\"\"\n\"2\",\" \"\n")
                        .loads(2),
                PathCase.of("NULL as a text, columns listed")
                        .args("DELIMITER ','", "NULL '-'")
                        .with("columns", new String[] {"name VARCHAR(20)", "id INT"})
                        .data("-,1\none,2\n")
                        .loads(2),
                PathCase.of("NULL as a text, a field is missing")
                        .args("DELIMITER ','", "NULL 'NA'")
                        .data("1,one\n2\n")
                        .fails("'2 lacks fields' (error 1292)"));
    }

    private static Stream<PathCase> encodings() {
        return Stream.of(
                PathCase.of("utf8mb4")
                        .args("DELIMITER ','")
                        .data("1,smile \uD83D\uDE00\n2,Ærø\n")
                        .loads(2),
                PathCase.of("latin1")
                        .encoding("windows-1252", "latin1")
                        .args("DELIMITER ','")
                        .data("1,Ærø €\n")
                        .loads(1),
                PathCase.of("sjis, with bytes that look like separators")
                        .encoding("Shift_JIS", "sjis")
                        .args("DELIMITER '|'")
                        .data("1|表ポ\n2|ソ|more\n")
                        .fails("Row 2 was truncated"),
                PathCase.of("sjis")
                        .encoding("Shift_JIS", "sjis")
                        .args("DELIMITER '|'")
                        .data("1|表ポ\n2|ソ能\n")
                        .loads(2),
                PathCase.of("sjis with quotes")
                        .encoding("Shift_JIS", "sjis")
                        .args("DELIMITER ','", "QUOTE '\"'")
                        .data("\"1\",\"表,\nポ\"\n")
                        .loads(1),
                PathCase.of("gbk")
                        .encoding("GBK", "gbk")
                        .args("DELIMITER ','")
                        .data("1,中文\n2,運\n")
                        .loads(2),
                PathCase.of("bytes that are not utf8mb4")
                        .args("DELIMITER ','")
                        .object("data/0", new byte[] {'1', ',', 'a', (byte) 0xE9, 'b', '\n'})
                        .fails("row 1: "),
                PathCase.of("a character that the column lacks")
                        .table("id INT, name VARCHAR(20) CHARACTER SET latin1")
                        .args("DELIMITER ','")
                        .data("1,中\n")
                        .fails("row 1: "));
    }

    private static Stream<PathCase> files() {
        return Stream.of(
                PathCase.of("headers over three files")
                        .args("DELIMITER ','", "HEADER")
                        .data("id,name\n1,one\n", "id,name\n2,two\n", "id,name\n3,three\n")
                        .loads(3),
                PathCase.of("headers of two lines")
                        .args("DELIMITER ','", "HEADER 2")
                        .data("a\nb\n1,one\n", "a\nb\n")
                        .loads(1),
                PathCase.of("a bad row behind headers")
                        .args("DELIMITER ','", "HEADER")
                        .data("id,name\n1,one\n", "id,name\n2,two\nx,three\n")
                        .fails("row 2 (line 3 with the header): "),
                PathCase.of("an empty file among others")
                        .args("DELIMITER ','")
                        .data("1,one\n", "", "2,two\n")
                        .loads(2),
                PathCase.of("a header over an empty file")
                        .args("DELIMITER ','", "HEADER")
                        .data("", "id,name\n1,one\n")
                        .loads(1),
                PathCase.of("nothing but an empty file")
                        .args("DELIMITER ','")
                        .data("")
                        .loads(0),
                PathCase.of("small files are left out")
                        .args("DELIMITER ','")
                        .with("min_size", 7)
                        .data("1,one\n", "2,two and more\n")
                        .loads(1));
    }

    private static Stream<PathCase> keys() {
        return Stream.of(
                        "a b  c.csv",
                        "it's \"quoted\".csv",
                        "Ünï/中文 \uD83D\uDE00.csv",
                        "100%25%20+&?#.csv",
                        "back\\slash.csv")
                .map(key -> PathCase.of("the key " + key)
                        .args("DELIMITER ','")
                        .object("data/" + key, "1,one\n".getBytes(StandardCharsets.UTF_8))
                        .loads(1));
    }

    private static Stream<PathCase> options() {
        String partitioned = "id INT, name VARCHAR(20)) PARTITION BY RANGE (id)"
                + " (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20)";
        return Stream.of(
                PathCase.of("partitions")
                        .table(partitioned)
                        .args("DELIMITER ','", "PARTITION (p0)")
                        .data("1,one\n")
                        .loads(1),
                PathCase.of("a row of another partition")
                        .table(partitioned)
                        .args("DELIMITER ','", "PARTITION (p0)")
                        .data("1,one\n11,eleven\n")
                        .fails("(error 1748)"),
                PathCase.of("a row of no partition")
                        .table(partitioned)
                        .args("DELIMITER ','")
                        .data("30,thirty\n")
                        .fails("(error 1526)"),
                PathCase.of("IGNORE")
                        .args("DELIMITER ','", "IGNORE")
                        .data("1,one\n1,again\n", "x,bad\n2\n")
                        .loads(3),
                PathCase.of("REPLACE")
                        .args("DELIMITER ','", "REPLACE")
                        .data("1,one\n1,again\n", "1,and again\n2,two\n")
                        .loads(2),
                PathCase.of("REPLACE with a bad value")
                        .args("DELIMITER ','", "REPLACE")
                        .data("1,one\n", "1,again\nx,bad\n")
                        .fails("row 2: Incorrect integer value: 'x'"),
                PathCase.of("REPLACE with too few fields")
                        .args("DELIMITER ','", "REPLACE")
                        .data("1\n")
                        .fails("row 1: "),
                PathCase.of("as many warnings as are allowed")
                        .args("DELIMITER ','")
                        .with("max_warnings", 2)
                        .data("1,one\n1,again\n", "2,two\n")
                        .loads(2),
                PathCase.of("more warnings than are allowed")
                        .args("DELIMITER ','")
                        .with("max_warnings", 1)
                        .data("1,one\nx,bad\n", "y,worse\n")
                        .fails("max_warnings allows 1"),
                PathCase.of("columns in another order")
                        .args("DELIMITER ','")
                        .with("columns", new String[] {"name VARCHAR(20)", "id INT"})
                        .data("one,1\n")
                        .loads(1),
                PathCase.of("0 in an AUTO_INCREMENT column")
                        .table("id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20)")
                        .args("DELIMITER ','")
                        .data("0,zero\n")
                        .loads(1),
                PathCase.of("notes are no fault")
                        .table("id INT, n DECIMAL(4,1), d DATE")
                        .args("DELIMITER ','")
                        .data("1,1.25,2024-01-01 10:11:12\n")
                        .loads(1));
    }

    private static Stream<PathCase> badValues() {
        return Stream.of(
                PathCase.of("too few fields")
                        .args("DELIMITER ','")
                        .data("1,one\n2\n")
                        .fails("row 2"),
                PathCase.of("too many fields")
                        .args("DELIMITER ','")
                        .data("1,one,more\n")
                        .fails("row 1"),
                PathCase.of("no number")
                        .args("DELIMITER ','")
                        .data("x,one\n")
                        .fails("row 1: Incorrect integer value: 'x'"),
                PathCase.of("a number out of range")
                        .args("DELIMITER ','")
                        .data("99999999999,one\n")
                        .fails("row 1: Out of range"),
                PathCase.of("an empty number")
                        .args("DELIMITER ','")
                        .data(",one\n")
                        .fails("row 1: Incorrect integer value"),
                PathCase.of("a text too long")
                        .args("DELIMITER ','")
                        .data("1,one\n2," + "x".repeat(30) + "\n")
                        .fails("row 2: Data truncated for column 'name'"),
                PathCase.of("no date")
                        .table("id INT, d DATE")
                        .args("DELIMITER ','")
                        .data("1,2024-02-30\n")
                        .fails("row 1: Out of range value for column 'd'"),
                PathCase.of("no decimal")
                        .table("id INT, n DECIMAL(5,2)")
                        .args("DELIMITER ','")
                        .data("1,12345.678\n")
                        .fails("row 1: Out of range"),
                PathCase.of("none of an ENUM")
                        .table("id INT, e ENUM('a','b')")
                        .args("DELIMITER ','")
                        .data("1,c\n")
                        .fails("row 1: Data truncated"),
                PathCase.of("no JSON")
                        .table("id INT, j JSON")
                        .args("DELIMITER '|'")
                        .data("1|{\"a\": 1}\n2|{\n")
                        .fails("Invalid JSON"),
                PathCase.of("NULL where none may be")
                        .table("id INT, name VARCHAR(20) NOT NULL")
                        .args("DELIMITER ','")
                        .data("1,\\N\n")
                        .fails("row 1: "),
                PathCase.of("a row that breaks a CHECK")
                        .table("id INT, CONSTRAINT t_small CHECK (id < 10), name VARCHAR(20)")
                        .args("DELIMITER ','")
                        .data("1,one\n11,eleven\n")
                        .fails("(error 3819)"),
                PathCase.of("a duplicate")
                        .args("DELIMITER ','")
                        .data("1,one\n1,again\n")
                        .fails("Duplicate entry '1'"),
                PathCase.of("a duplicate in another file")
                        .args("DELIMITER ','")
                        .data("1,one\n", "1,again\n")
                        .fails("Duplicate entry '1'"),
                PathCase.of("a duplicate of a second key")
                        .table("id INT PRIMARY KEY, name VARCHAR(20) UNIQUE")
                        .args("DELIMITER ','")
                        .data("1,one\n2,one\n")
                        .fails("Duplicate entry 'one'"),
                PathCase.of("a reference to nothing")
                        .table("id INT, name VARCHAR(20), FOREIGN KEY (id) REFERENCES parent (id)")
                        .args("DELIMITER ','")
                        .data("1,one\n7,seven\n")
                        .fails("(error 1452)"),
                PathCase.of("a column that does not exist")
                        .args("DELIMITER ','")
                        .with("columns", new String[] {"id INT", "nome TEXT"})
                        .data("1,one\n")
                        .fails("column 'nome' does not exist"));
    }
}
