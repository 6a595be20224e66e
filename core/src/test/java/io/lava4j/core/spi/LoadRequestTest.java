package io.lava4j.core.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a load request can be at all. */
class LoadRequestTest {

    @ParameterizedTest
    @CsvSource({"'', ;", "',', ''", "'', ''"})
    void fieldsAndRowsHaveAnEnd(String delimiter, String terminator) {
        assertEquals(
                "delimiter '" + delimiter + "', terminator '" + terminator
                        + "': one character or more was expected in each",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Format(
                                        delimiter,
                                        "",
                                        false,
                                        "",
                                        terminator,
                                        0,
                                        "utf8mb4",
                                        Compression.NONE,
                                        Optional.empty()))
                        .getMessage());
    }
}
