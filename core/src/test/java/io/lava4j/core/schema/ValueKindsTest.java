package io.lava4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of the value kinds and the readers of a spec accept the same values, and refuse the same. */
final class ValueKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true", "'true'", "'True'", "'TRUE'", "'t'", "'T'", "'yes'", "'Yes'", "'YES'", "'y'", "'Y'", "'1'"
            })
    void meansTrue(String json) {
        assertEquals(true, accepted("boolean", json, spec -> spec.flag("v", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false", "'false'", "'False'", "'FALSE'", "'f'", "'F'", "'no'", "'No'", "'NO'", "'n'", "'N'", "'0'"
            })
    void meansFalse(String json) {
        assertEquals(false, accepted("boolean", json, spec -> spec.flag("v", true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0", "'tRUE'", "''", "' true'", "'true\\n'", "'on'", "'off'", "[]", "{}", "1.0", "'None'"})
    void isNoBoolean(String json) {
        refused("boolean", json, "true or false", spec -> spec.flag("v", false));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "3306, 3306",
                "3306.0, 3306",
                "3.306e3, 3306",
                "1, 1",
                "65535, 65535",
                "'3306', 3306",
                "'03306', 3306",
                "'0000000000000000000003306', 3306",
                "'1', 1",
                "'65535', 65535"
            })
    void isPort(String json, Integer port) {
        assertEquals(port, accepted("port", json, spec -> spec.port("v").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "65536",
                "1.5",
                "1e30",
                "'0'",
                "'000'",
                "'-1'",
                "'+1'",
                "'65536'",
                "'70000'",
                "'100000'",
                "'3306.0'",
                "' 3306'",
                "'3306\\n'",
                "'0x10'",
                "'١٢'",
                "''",
                "true",
                "[3306]",
                "{}",
                "99999999999999999999999999"
            })
    void isNoPort(String json) {
        refused("port", json, "a port, 1 to 65535", spec -> spec.port("v").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, 0",
                "10, 10",
                "10.0, 10",
                "1e3, 1000",
                "'10', 10",
                "'7B', 7",
                "'7 B', 7",
                "'1K', 1000",
                "'1 KB', 1000",
                "'2M', 2000000",
                "'2MB', 2000000",
                "'3G', 3000000000",
                "'3GB', 3000000000",
                "'4T', 4000000000000",
                "'4 TB', 4000000000000",
                "'1KiB', 1024",
                "'1.5 KiB', 1536",
                "'1MiB', 1048576",
                "'1 GiB', 1073741824",
                "'1 TiB', 1099511627776",
                "'0.5 B', 1",
                "'1048576 KiB', 1073741824",
                "'999999999999 MiB', 1048575999998951424",
                "'999999 TiB', 1099510528264372224",
                "999999999999999999, 999999999999999999",
                "'999999999999999999', 999999999999999999"
            })
    void isSize(String json, Long bytes) {
        assertEquals(bytes, accepted("size", json, spec -> spec.size("v").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "1e18",
                "1e99",
                "'-1'",
                "'1.5'",
                "'1.'",
                "'.5 KB'",
                "'10mb'",
                "'10 kb'",
                "'1 kib'",
                "'1 X'",
                "'KB'",
                "''",
                "' '",
                "'1  KB '",
                "'1\\tKB'",
                "'1 KB\\n'",
                "'1,5 KB'",
                "'1e3 KB'",
                "true",
                "[]",
                "'1000000 TB'",
                "'1000000000000 MB'",
                "'1000000000000000000'"
            })
    void isNoSize(String json) {
        refused("size", json, "a size: bytes, or a number with a unit such as '10 MB' or '64 KiB'", spec -> spec.size(
                        "v")
                .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, 0",
                "90, 90000",
                "1.5, 1500",
                "0.0004, 0",
                "'90', 90000",
                "'90s', 90000",
                "'1.5 m', 90000",
                "'2 h', 7200000",
                "'1d', 86400000",
                "'1w', 604800000",
                "999999999, 999999999000",
                "'999999999 w', 604799999395200000"
            })
    void isDuration(String json, long millis) {
        Duration expected = Duration.ofMillis(millis);
        assertEquals(
                expected, accepted("duration", json, spec -> spec.duration("v").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.5",
                "1000000000",
                "1e99",
                "'-1 s'",
                "'1 S'",
                "'1 min'",
                "'1 ms'",
                "'s'",
                "''",
                "'PT1S'",
                "'90 '",
                "'1s\\n'",
                "'1000000000'",
                "true",
                "[]",
                "{}"
            })
    void isNoDuration(String json) {
        refused(
                "duration",
                json,
                "a duration: seconds, or a number with a unit such as '90 s', '10 m', '2 h'",
                spec -> spec.duration("v").orElseThrow());
    }

    @Test
    void refusesNumbersBeyondAllBoundsInNoTime() {
        Stream.of("1e101", "1e400", "-1e400", "1e2147483647", "1e99999999999", "1e-400", "9".repeat(1_000_000))
                .forEach(number -> assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
                    InvalidSpecException refused = assertThrows(InvalidSpecException.class, () -> parsed(number));
                    assertEquals(
                            "spec 'a.json' is not valid, 1 fault:\n  a.json:1:6: a number has more than 100 digits",
                            refused.getMessage());
                }));
    }

    @Test
    void refusesLongTextsInNoTime() {
        for (String kind : Set.of("boolean", "port", "size", "duration")) {
            assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
                SpecSchema schema = schema(kind);
                for (String text : Set.of("9".repeat(500_000), "0".repeat(500_000) + "x", "1" + " ".repeat(500_000))) {
                    assertEquals(1, faults(schema, parsed("\"" + text + "\"")).count());
                }
            });
        }
    }

    @Test
    void aNumberOfASpecIsWholeAndNotNegative() {
        assertEquals(7, spec(parsed("7.0")).number("v").orElseThrow());
        assertEquals(7, spec(parsed("'7'")).number("v").orElseThrow());
        Stream.of("-1", "1.5", "'-1'", "1e30").forEach(json -> {
            InvalidSpecException refused = assertThrows(
                    InvalidSpecException.class, () -> spec(parsed(json)).number("v"));
            assertTrue(refused.getMessage().endsWith("/v: is not a whole number, 0 or more"), refused.getMessage());
        });
    }

    private static <T> T accepted(String kind, String json, Function<Spec, T> reader) {
        ParsedSpec parsed = parsed(json);
        assertEquals("", String.join("\n", faults(schema(kind), parsed).toList()), "the schema's answer");
        return reader.apply(spec(parsed));
    }

    private static void refused(String kind, String json, String expected, Function<Spec, ?> reader) {
        ParsedSpec parsed = parsed(json);
        String fault = String.join("\n", faults(schema(kind), parsed).toList());
        assertTrue(fault.startsWith("a.json:1:6: /v: ") && fault.endsWith(": expected " + expected), fault);
        assertThrows(InvalidSpecException.class, () -> reader.apply(spec(parsed)), "the reader's answer");
    }

    private static Stream<String> faults(SpecSchema schema, ParsedSpec parsed) {
        return schema.validate(parsed.fields(), parsed.positions(), Set.of()).stream()
                .map(Object::toString);
    }

    private static SpecSchema schema(String kind) {
        return SpecSchema.open(new SchemaFolder(type -> "{}")
                .fold("realm", "{\"properties\": {\"v\": {\"$ref\": \"lava4j:" + kind + "\"}, \"realm\": {}}}"));
    }

    private static ParsedSpec parsed(String json) {
        String text = "{\"v\":" + json.replace('\'', '"') + ", \"realm\": \"dev\"}";
        return SpecReader.read(new Document("a.json", Path.of(""), Format.JSON, text));
    }

    private static Spec spec(ParsedSpec parsed) {
        return new Spec("spec", parsed.fields(), Path.of(""), parsed.positions()::valuePlace);
    }
}
