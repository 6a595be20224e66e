package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.InvalidSpecException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemJsonTest {

    private static final AttributeValue BINARY = AttributeValue.fromB(SdkBytes.fromUtf8String("x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3306",
                "3306.0",
                "0",
                "-0.50",
                "1E+1",
                "1E-130",
                "9.9999999999999999999999999999999999999E+125",
                "12345678901234567890123456789012345678",
                "0.1"
            })
    void aNumberKeepsItsDigits(String number) {
        assertEquals("{\"n\":" + number + "}", json(Map.of("n", AttributeValue.fromN(number))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "true", "3306", "null", "{}"})
    void aStringStaysAString(String text) {
        assertEquals("{\"s\":\"" + text + "\"}", json(Map.of("s", AttributeValue.fromS(text))));
    }

    @Test
    void whatJsonWritesInAnotherWayIsEscaped() {
        assertEquals(
                "{\"a\\\"b\":\"line\\n\\\\ ü \\u0001\"}",
                json(Map.of("a\"b", AttributeValue.fromS("line\n\\ ü \u0001"))));
    }

    @Test
    void everyKindHasItsPlaceAndFieldsAreInOrder() {
        Map<String, AttributeValue> nested = Map.of(
                "z", AttributeValue.fromNul(true),
                "b", AttributeValue.fromBool(false));
        Map<String, AttributeValue> item = Map.of(
                "list", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromM(nested))),
                "none", AttributeValue.fromL(List.of()),
                "bare", AttributeValue.fromM(Map.of()),
                "words", AttributeValue.fromSs(List.of("x", "y")),
                "counts", AttributeValue.fromNs(List.of("1", "2.50")));

        assertEquals(
                "{\"bare\":{},\"counts\":[1,2.50],\"list\":[\"a\",{\"b\":false,\"z\":null}],\"none\":[],"
                        + "\"words\":[\"x\",\"y\"]}",
                json(item));
    }

    @Test
    void aFieldOfTheRecordThatIsNullIsAbsent() {
        assertEquals(
                "{\"parameters\":{\"columns\":null}}",
                json(Map.of(
                        "globals",
                        AttributeValue.fromNul(true),
                        "parameters",
                        AttributeValue.fromM(Map.of("columns", AttributeValue.fromNul(true))))));
    }

    @Test
    void allThatHasNoMeaningIsToldWithItsField() {
        Map<String, AttributeValue> item = Map.of(
                "a/b~", BINARY,
                "list",
                        AttributeValue.fromL(
                                List.of(AttributeValue.fromS("a"), AttributeValue.fromM(Map.of("m", BINARY)))),
                "set", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("y"))));
        String fault = ": is binary: expected a string, a number, a boolean, null, a list or a map";

        InvalidSpecException invalid = assertThrows(InvalidSpecException.class, () -> json(item));

        assertEquals(
                "table 't', id 'x' is not valid, 3 faults:"
                        + "\n  table 't', id 'x': /a~1b~0" + fault
                        + "\n  table 't', id 'x': /list/1/m" + fault
                        + "\n  table 't', id 'x': /set" + fault,
                invalid.getMessage());
    }

    @Test
    void aKindThatIsYetToComeIsToldToo() {
        InvalidSpecException invalid = assertThrows(
                InvalidSpecException.class,
                () -> json(Map.of("new", AttributeValue.builder().build())));

        assertEquals(
                "/new: is of a kind that this version of lava4j does not know:"
                        + " expected a string, a number, a boolean, null, a list or a map",
                invalid.violations().get(0).toString().replace("table 't', id 'x': ", ""));
    }

    @Test
    void aFieldForOthersMayHoldAnything() {
        assertEquals(
                "{\"x-more\":{\"m\":null}}",
                json(Map.of("X-icon", BINARY, "x-more", AttributeValue.fromM(Map.of("m", BINARY)))));
    }

    private static String json(Map<String, AttributeValue> item) {
        return new ItemJson("table 't', id 'x'").of(item);
    }
}
