package io.lava4j.core.run;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spec.Numbers;
import io.lava4j.core.spec.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies values that a program gives into the forms that a parser would have given. */
final class PlainCopy {

    private static final int DEEPEST = 50;

    private final String subject;
    private final String place;

    PlainCopy(String subject, String place) {
        this.subject = subject;
        this.place = place;
    }

    Map<String, Object> of(String pointer, Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) ->
                copy.put(String.valueOf(key), value(pointer + "/" + Pointers.escape(String.valueOf(key)), value)));
        return copy;
    }

    private List<Object> list(String pointer, List<?> values) {
        List<Object> copy = new ArrayList<>();
        values.forEach(value -> copy.add(value(pointer + "/" + copy.size(), value)));
        return copy;
    }

    private Object value(String pointer, Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return Numbers.plain(number)
                    .orElseThrow(() -> fault(pointer, "is a number beyond all bounds: expected at most 100 digits"));
        }
        if (Pointers.parts(pointer).size() > DEEPEST) {
            throw fault(pointer, "is nested too deep: expected at most " + DEEPEST + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            return of(pointer, map);
        }
        if (value instanceof List<?> list) {
            return list(pointer, list);
        }
        throw fault(
                pointer,
                "is a " + value.getClass().getName() + ": expected a string, number, boolean, null, list or map");
    }

    private InvalidSpecException fault(String pointer, String message) {
        return new InvalidSpecException(subject, List.of(new Violation(place, pointer, message)));
    }
}
