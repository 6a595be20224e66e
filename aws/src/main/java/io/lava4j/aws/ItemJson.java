package io.lava4j.aws;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** An item of DynamoDB as JSON, its numbers digit by digit. Used once. */
final class ItemJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String name;
    private final List<Violation> faults = new ArrayList<>();

    /** Takes what the item is called in messages. */
    ItemJson(String name) {
        this.name = name;
    }

    /**
     * The item, with its fields in the order of their names: DynamoDB keeps none. A field of its own that is NULL is left out,
     * since lava takes it for absent; deeper down, NULL is a value.
     */
    String of(Map<String, AttributeValue> item) {
        Map<String, Object> fields = map("", item);
        if (!faults.isEmpty()) {
            throw new InvalidSpecException(name, faults);
        }
        fields.values().removeIf(Objects::isNull);
        return MAPPER.writeValueAsString(fields);
    }

    private Map<String, Object> map(String pointer, Map<String, AttributeValue> values) {
        Map<String, Object> fields = new TreeMap<>();
        new TreeMap<>(values)
                .forEach((field, value) -> fields.put(field, value(pointer + "/" + escaped(field), value)));
        return fields;
    }

    private Object value(String pointer, AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case NUL -> null;
            case M -> map(pointer, value.m());
            case L -> list(pointer, value.l());
            case SS -> value.ss();
            case NS -> value.ns().stream().map(BigDecimal::new).toList();
            case B, BS -> noJson(pointer, "is binary");
            case UNKNOWN_TO_SDK_VERSION -> noJson(pointer, "is of a kind that this version of lava4j does not know");
        };
    }

    private List<Object> list(String pointer, List<AttributeValue> values) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> value(pointer + "/" + index, values.get(index)))
                .toList();
    }

    /** What nobody reads may be anything. */
    private Object noJson(String pointer, String fault) {
        if (!pointer.regionMatches(true, 0, "/X-", 0, "/X-".length())) {
            faults.add(new Violation(
                    name, pointer, fault + ": expected a string, a number, a boolean, null, a list or a map"));
        }
        return null;
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
