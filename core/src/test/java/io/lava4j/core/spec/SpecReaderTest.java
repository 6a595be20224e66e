package io.lava4j.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecReaderTest {

    @Test
    void knowsWhereKeysAndValuesOfJsonStand() {
        ParsedSpec parsed = json("{\n  \"a\": {\"b\": [1,\n    \"x\"]},\n  \"c/d\": null}");

        assertEquals("s.json:2:3", parsed.positions().keyPlace("/a"));
        assertEquals("s.json:2:8", parsed.positions().valuePlace("/a"));
        assertEquals("s.json:3:5", parsed.positions().valuePlace("/a/b/1"));
        assertEquals("s.json:4:3", parsed.positions().keyPlace("/c~1d"));
        assertEquals("s.json:1:1", parsed.positions().valuePlace(""));
        assertEquals("s.json", parsed.positions().valuePlace("/nowhere"));
    }

    @Test
    void knowsWhereKeysAndValuesOfYamlStand() {
        ParsedSpec parsed = yaml("# one\na:\n  b:\n    - 1\n    - 'x'\n\"c\":   |\n  text\n");

        assertEquals("s.yaml:2:1", parsed.positions().keyPlace("/a"));
        assertEquals("s.yaml:3:3", parsed.positions().keyPlace("/a/b"));
        assertEquals("s.yaml:5:7", parsed.positions().valuePlace("/a/b/1"));
        assertEquals("s.yaml:6:1", parsed.positions().keyPlace("/c"));
        assertEquals("s.yaml:6:8", parsed.positions().valuePlace("/c"));
        assertEquals("text\n", parsed.fields().get("c"));
    }

    @Test
    void readsTheSameValuesFromBothSyntaxes() {
        Map<String, Object> fields = json("{\"s\": \"x\", \"n\": 3306.0, \"t\": true, \"z\": null, \"l\": [\"y\", {}]}")
                .fields();

        assertEquals(
                fields, yaml("s: x\nn: 3306.0\nt: true\nz: null\nl: [y, {}]\n").fields());
        assertEquals(3306L, fields.get("n"));
        assertEquals(Arrays.asList("y", Map.of()), fields.get("l"));
        assertEquals(List.of("s", "n", "t", "z", "l"), List.copyOf(fields.keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no", "yes", "on", "off", "y", "True", "0x1F", "0o17", "017", "1_000", "2001-01-01", "12:30"})
    void leavesWhatYaml12CallsAStringAString(String text) {
        assertEquals(text, yaml("a: " + text + "\n").fields().get("a"));
    }

    @Test
    void aDuplicateKeyIsNamedWithItsFirstPlace() {
        assertFault(
                "{\"a\": 1,\n \"b\": {\"c\": 1,\n  \"c\": 2}}",
                "s.json:3:3: field 'c' is there twice, first at s.json:2:8");
        assertYamlFault("a: 1\nb: 2\na: 3\n", "s.yaml:3:1: field 'a' is there twice, first at s.yaml:1:1");
    }

    @ParameterizedTest
    @CsvSource({"'a: &x 1\nb: *x', 2:4", "'a: &x {c: 1}\nb:\n  <<: *x', 3:7", "'a: [&x 1, *x]', 1:11"})
    void aYamlAliasIsRefusedWithItsLine(String yaml, String position) {
        assertYamlFault(yaml, "s.yaml:" + position + ": a YAML alias is not accepted: write the value out");
    }

    @Test
    void anAnchorWithoutAnAliasDoesNoHarm() {
        assertEquals(1L, yaml("a: &x 1\n").fields().get("a"));
    }

    @Test
    void aBillionLaughsAreRefusedAtTheFirst() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> assertYamlFault(
                        laughs.toString(), "s.yaml:2:10: a YAML alias is not accepted: write the value out"));
    }

    @Test
    void fiftyLevelsAreReadAndNoMore() {
        assertEquals(
                1,
                json("{\"a\":" + "[".repeat(49) + "]".repeat(49) + "}").fields().size());
        assertFault(
                "{\"a\":\n" + "[".repeat(50) + "]".repeat(50) + "}",
                "s.json:2:50: is nested too deep: expected at most 50 levels");
        assertYamlFault(
                "a:\n  " + "[".repeat(50) + "]".repeat(50),
                "s.yaml:2:52: is nested too deep: expected at most 50 levels");
    }

    @Test
    void bombsEndInBoundedTime() {
        Stream.of("[".repeat(1_000_000), "{\"a\":".repeat(200_000))
                .forEach(bomb -> assertQuicklyRefused(Format.JSON, "{\"a\":" + bomb));
        Stream.of(
                        "a: " + "[".repeat(1_000_000),
                        "a: " + "{a: ".repeat(300_000),
                        "- ".repeat(500_000),
                        "? ".repeat(500_000),
                        "a: " + "&x ".repeat(300_000),
                        "a: !!binary " + "A".repeat(1_000_000),
                        "a: " + "9".repeat(1_000_000))
                .forEach(bomb -> assertQuicklyRefused(Format.YAML, bomb));
    }

    @Test
    void aLongNameIsNotKeptForEachValueUnderIt() {
        String name = "k".repeat(45_000);
        String ones = "1,".repeat(19_000) + "1";

        ParsedSpec parsed = json("{\"" + name + "\": {\"" + name + "\":\n[" + ones + "]}}");

        assertEquals("s.json:2:38002", parsed.positions().valuePlace("/" + name + "/" + name + "/19000"));
    }

    @Test
    void aSpecHasTwentyThousandValuesAtMost() {
        assertEquals(1, json("{\"a\": [" + "1,".repeat(19_998) + "1]}").fields().size());
        assertFault(
                "{\"a\":\n[" + "1,".repeat(20_000) + "1]}",
                "s.json:2:40000: holds more than 20000 values; is it a spec?");
        assertYamlFault(
                "a: 1\n" + "b:\n  - 1\n  - 1\n".replace("\n  - 1", "\n  - 1".repeat(20_001)),
                "s.yaml:20001:5: holds more than 20000 values; is it a spec?");
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.inf", ".nan"})
    void whatIsNotANumberIsRefused(String text) {
        assertYamlFault("a: " + text, "s.yaml:1:4: '" + text + "' is not a number that a spec can hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e101", "1e-101", "1e400", "1e2147483647", "1e2147483648", "1e99999999999"})
    void aNumberOfMoreThanAHundredDigitsIsRefused(String text) {
        assertFault("{\"a\": " + text + "}", "s.json:1:7: a number has more than 100 digits");
        assertYamlFault("a: " + text, "s.yaml:1:4: a number has more than 100 digits");
    }

    @Test
    void zeroIsZeroHoweverItIsWritten() {
        assertEquals(0L, json("{\"a\": 0e400}").fields().get("a"));
        assertEquals(0L, json("{\"a\": -0.0}").fields().get("a"));
    }

    @Test
    void thereIsOneObjectInADocument() {
        assertFault("{} {}", "s.json:1:4: goes on after its end: expected one object");
        assertYamlFault("a: 1\n---\nb: 2\n", "s.yaml:3:1: goes on after its end: expected one object");
        assertFault("[1]", "s.json:1:1: is not an object: expected fields and their values");
        assertYamlFault("- a\n- b\n", "s.yaml:1:1: is not an object: expected fields and their values");
        assertYamlFault("just text", "s.yaml:1:1: is not an object: expected fields and their values");
    }

    @Test
    void anEmptyDocumentIsCalledEmpty() {
        assertFault("", "s.json:1:1: is empty: expected fields and their values");
        assertYamlFault("# only a remark\n", "s.yaml:2:1: is empty: expected fields and their values");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() {
        assertEquals(Map.of("a", 1L), json("\uFEFF{\"a\": 1}").fields());
        assertEquals("s.yaml:1:1", yaml("\uFEFFa: 1").positions().keyPlace("/a"));
    }

    @Test
    void syntaxFaultsOfYamlSayWhatAndWhere() {
        assertYamlFault(
                "a: 1\n\tb: 2\n",
                "s.yaml:2:1: cannot be read: while scanning for the next token: "
                        + "found character '\\t(TAB)' that cannot start any token.");
        assertYamlFault("a: -\n", "s.yaml:1:4: cannot be read: sequence entries are not allowed here");
        assertYamlFault(
                "a: 'x", "s.yaml:1:6: cannot be read: while scanning a quoted scalar: found unexpected end of stream");
        assertYamlFault(
                "a: 1\n b: 2\n",
                "s.yaml:2:3: cannot be read: mapping values are not allowed here; indent fields alike, and put a value that"
                        + " holds ': ' in quotes");
    }

    @Test
    void syntaxFaultsOfJsonSayWhatAndWhere() {
        assertFault(
                "{\"a\": 1,}",
                "s.json:1:9: cannot be read: Unexpected character ('}' (code 125)): "
                        + "was expecting double-quote to start property name");
        assertFault(
                "{\"password\": hunter2}",
                "s.json:1:14: cannot be read: a word that is no value: expected a string in quotation marks, a number, true,"
                        + " false or null");
        assertFault("{\"a\": NaN}", "s.json:1:10: cannot be read: Non-standard token 'NaN'");
        assertFault(
                "{\"a\": 1", "s.json:1:8: cannot be read: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void whatIsNoValueOfJsonIsRefused() {
        assertYamlFault(
                "a: !!binary aGVsbG8=", "s.yaml:1:4: holds a value that is no string, number, boolean, list or object");
        assertThrows(InvalidSpecException.class, () -> yaml("? [a, b]\n: 1\n"));
    }

    private static void assertQuicklyRefused(Format format, String text) {
        assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> assertThrows(
                        InvalidSpecException.class,
                        () -> SpecReader.read(new Document("bomb", Path.of(""), format, text))));
    }

    private static void assertFault(String json, String fault) {
        assertEquals(
                "spec 's.json' is not valid, 1 fault:\n  " + fault,
                assertThrows(InvalidSpecException.class, () -> json(json)).getMessage());
    }

    private static void assertYamlFault(String yaml, String fault) {
        String message =
                assertThrows(InvalidSpecException.class, () -> yaml(yaml)).getMessage();
        assertTrue(message.endsWith("\n  " + fault), message);
    }

    private static ParsedSpec json(String text) {
        return SpecReader.read(new Document("s.json", Path.of(""), Format.JSON, text));
    }

    private static ParsedSpec yaml(String text) {
        return SpecReader.read(new Document("s.yaml", Path.of(""), Format.YAML, text));
    }
}
