package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecLocationTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "dynamodb: | dynamodb | ''",
                "DynamoDB: | dynamodb | ''",
                "git+ssh://host/specs | git+ssh | //host/specs",
                "name:x | name | x",
                "a1.b-c:d:e | a1.b-c | d:e"
            },
            delimiter = '|')
    void aSchemeAndAColonMeanAStore(String location, String scheme, String place) {
        assertEquals(Optional.of(new SpecLocation(scheme, place)), SpecLocation.of(location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "specs",
                "/etc/lava",
                "./name:x",
                "a/b:c",
                "a\\b:c",
                "C:\\specs",
                "c:/specs",
                "c:",
                ":x",
                "1st:x",
                "-x:y"
            })
    void anythingElseIsADirectory(String location) {
        assertEquals(Optional.empty(), SpecLocation.of(location));
    }
}
