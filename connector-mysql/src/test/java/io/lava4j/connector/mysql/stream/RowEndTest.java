package io.lava4j.connector.mysql.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.connector.mysql.sql.FileEncoding;
import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.Separators;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowEndTest {

    @ParameterizedTest(name = "{0} with QUOTE {1} ESCAPE {2} TERMINATOR {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a;       | '' | \\ | ;  | true",
                "a        | '' | \\ | ;  | false",
                "a;b      | '' | \\ | ;  | false",
                ";        | '' | \\ | ;; | false",
                "a;;      | '' | \\ | ;; | true",
                // An escaped terminator is data, an escaped escape is none before it.
                "a\\;     | '' | \\ | ;  | false",
                "a\\\\;   | '' | \\ | ;  | true",
                "a\\\\\\; | '' | \\ | ;  | false",
                "a\\;     | '' | '' | ;  | true",
                // A quote that escapes quotes ends its field.
                "\"a\";   | \" | \" | ;  | true",
            })
    void anObjectEndsAsItsRowsDo(String object, String quote, String escape, String terminator, boolean expected) {
        assertEquals(expected, endsRow(object.getBytes(StandardCharsets.UTF_8), quote, escape, terminator, "utf8mb4"));
    }

    @ParameterizedTest
    @CsvSource({"sjis, true", "latin1, false"})
    void aByteOfALongerCharacterIsNoEscape(String encoding, boolean expected) {
        byte[] ends = {(byte) 0x95, 0x5C, ';'};

        assertEquals(expected, endsRow(ends, "", "\\", ";", encoding));
    }

    private static boolean endsRow(byte[] object, String quote, String escape, String terminator, String encoding) {
        Format format =
                new Format(",", quote, false, escape, terminator, 0, encoding, Compression.NONE, Optional.empty());
        FileEncoding of = FileEncoding.of(encoding);
        return RowEnd.of(new LoadClauses(List.of(), format, of, Separators.of(format, of), List.of()))
                .endsRow(object);
    }
}
