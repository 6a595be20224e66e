package io.lava4j.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain values as DynamoDB names them on the wire, in the shapes that boto3 gives them. */
final class DynamoDbItem {
    private DynamoDbItem() {}

    static Map<String, Object> fields(Map<?, ?> plain) {
        Map<String, Object> named = new LinkedHashMap<>();
        plain.forEach((field, value) -> named.put(field.toString(), value(value)));
        return named;
    }

    private static Map<String, Object> value(Object plain) {
        if (plain == null) {
            return Map.of("NULL", true);
        }
        if (plain instanceof Boolean) {
            return Map.of("BOOL", plain);
        }
        if (plain instanceof Number) {
            return Map.of("N", plain.toString());
        }
        if (plain instanceof Map<?, ?> map) {
            return Map.of("M", fields(map));
        }
        if (plain instanceof List<?> list) {
            return Map.of("L", list.stream().map(DynamoDbItem::value).toList());
        }
        return Map.of("S", plain.toString());
    }
}
