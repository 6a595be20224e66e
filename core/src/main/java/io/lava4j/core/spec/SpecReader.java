package io.lava4j.core.spec;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.SpecStore.Document;
import io.lava4j.core.spi.SpecStore.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a spec's text into plain values, and where each of them stands. */
public final class SpecReader {

    private static final int DEEPEST = 50;
    private static final int MOST_DIGITS = 100;
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(MOST_DIGITS)
            .build();
    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();

    private final Document document;
    private final Positions positions;
    private final JsonParser parser;

    private SpecReader(Document document, JsonParser parser) {
        this.document = document;
        this.positions = new Positions(document.name());
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @param document JSON or YAML
     * @return its one object
     * @throws InvalidSpecException with line and column if it is not one object, or holds a duplicate key, a YAML alias,
     *     too deep nesting, or a number beyond bounds
     */
    public static ParsedSpec read(Document document) {
        TokenStreamFactory factory = document.format() == Format.JSON ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document.text())) {
            return new SpecReader(document, parser).document();
        } catch (JacksonException syntax) {
            throw fault(document, place(document, syntax.getLocation()), syntax.getOriginalMessage());
        }
    }

    private ParsedSpec document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw fault("is not an object: expected fields and their values");
        }
        Map<String, Object> fields = object("");
        if (parser.nextToken() != null) {
            throw fault("goes on after its end: expected one object");
        }
        return new ParsedSpec(document, fields, positions);
    }

    private Map<String, Object> object(String pointer) {
        positions.value(pointer, line(), column());
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseAlias();
            String name = parser.currentName();
            String member = pointer + "/" + Pointers.escape(name);
            if (fields.containsKey(name)) {
                throw fault("field '" + name + "' is there twice, first at " + positions.keyPlace(member));
            }
            positions.key(member, line(), column());
            parser.nextToken();
            fields.put(name, value(member));
        }
        return fields;
    }

    private List<Object> list(String pointer) {
        positions.value(pointer, line(), column());
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(pointer + "/" + items.size()));
        }
        return items;
    }

    private Object value(String pointer) {
        refuseAlias();
        positions.value(pointer, line(), column());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> list(pointer);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw fault("holds a value that is no string, number, boolean, list or object");
        };
    }

    private Number number() {
        if (parser.isNaN()) {
            throw fault("'" + parser.getString() + "' is not a number that a spec can hold");
        }
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw fault("a number has more than " + MOST_DIGITS + " digits");
        }
        return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18
                ? (Number) number.longValueExact()
                : number;
    }

    private void refuseAlias() {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw fault("a YAML alias is not accepted: write the value out");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private InvalidSpecException fault(String message) {
        return fault(document, place(document, parser.currentTokenLocation()), message);
    }

    private static String place(Document document, TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? document.name()
                : document.name() + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static InvalidSpecException fault(Document document, String place, String message) {
        String firstLine =
                message == null ? "cannot be read" : message.lines().findFirst().orElse("");
        return new InvalidSpecException("spec '" + document.name() + "'", List.of(new Violation(place, "", firstLine)));
    }
}
