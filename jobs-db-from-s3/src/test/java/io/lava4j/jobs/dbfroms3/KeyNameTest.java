package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNameTest {

    @ParameterizedTest
    @CsvSource({
        "a/b/c.x.y, a/b/c",
        "c.csv.gz, c",
        "a.b/c, a.b/c",
        "a/b/.hidden, a/b/.hidden",
        "a/b/.hidden.csv, a/b/.hidden",
        "a/b/..., a/b/...",
        "a/b/, a/b",
        "a/b.d/, a/b",
        "a, a",
        "'', ''",
        "/, ''"
    })
    void onlyTheLastComponentLosesItsSuffix(String key, String rest) {
        assertEquals(rest, KeyName.withoutSuffix(key));
    }
}
