package io.lava4j.core.spec;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a spec's text into plain values, and where each of them stands. */
public final class SpecReader {

    private static final int DEEPEST = 50;

    /** What is kept of each, its place among it, takes much more room than its text. */
    private static final int MOST_VALUES = 20_000;

    /** Counted here, where the message can say where; what a text holds is bounded by its own length. */
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build();

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();

    private final Document document;
    private final Positions positions;
    private final JsonParser parser;
    private int values;

    private SpecReader(Document document, JsonParser parser) {
        this.document = document;
        this.positions = new Positions(document.name(), hasLines(document));
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @param document JSON or YAML
     * @return its one object
     * @throws InvalidSpecException with line and column if it is not one object, or holds a duplicate key, a YAML alias,
     *     too deep nesting, too many values, or a number beyond bounds
     */
    public static ParsedSpec read(Document document) {
        TokenStreamFactory factory = document.format() == Format.YAML ? YAML : JSON;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), withoutMark(document.text()))) {
            return new SpecReader(document, parser).document();
        } catch (JacksonException syntax) {
            SyntaxFault fault = SyntaxFault.of(syntax);
            throw fault(document, fault.position(), fault.message());
        }
    }

    private ParsedSpec document() {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw fault((first == null ? "is empty" : "is not an object") + ": expected fields and their values");
        }
        Map<String, Object> fields = object(positions.root());
        if (parser.nextToken() != null) {
            throw fault("goes on after its end: expected one object");
        }
        return new ParsedSpec(document, fields, positions);
    }

    private Map<String, Object> object(Place place) {
        place.value(line(), column());
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseAlias();
            String name = parser.currentName();
            Place member = place.member(name);
            if (fields.containsKey(name)) {
                throw fault("field '" + name + "' is there twice, first at " + positions.keyPlace(member));
            }
            member.key(line(), column());
            parser.nextToken();
            fields.put(name, value(member));
        }
        return fields;
    }

    private List<Object> list(Place place) {
        place.value(line(), column());
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.member(Integer.toString(items.size()))));
        }
        return items;
    }

    private Object value(Place place) {
        refuseAlias();
        if (++values > MOST_VALUES) {
            throw fault("holds more than " + MOST_VALUES + " values; is it a spec?");
        }
        if (parser.streamReadContext().getNestingDepth() > DEEPEST) {
            throw fault("is nested too deep: expected at most " + DEEPEST + " levels");
        }
        place.value(line(), column());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
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
        if (parser.getStringLength() <= 2 * Numbers.MOST_DIGITS) {
            try {
                Optional<Number> number = Numbers.plain(parser.getDecimalValue());
                if (number.isPresent()) {
                    return number.get();
                }
            } catch (NumberFormatException | JacksonException beyondBounds) {
                // the same fault
            }
        }
        throw fault("a number has more than " + Numbers.MOST_DIGITS + " digits");
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
        return fault(document, SyntaxFault.position(parser.currentTokenLocation()), message);
    }

    private static InvalidSpecException fault(Document document, String position, String message) {
        boolean known = hasLines(document) && !position.isEmpty();
        String place = known ? document.name() + ":" + position : document.name();
        String subject = hasLines(document) ? "spec '" + document.name() + "'" : document.name();
        return new InvalidSpecException(subject, List.of(new Violation(place, "", message)));
    }

    private static boolean hasLines(Document document) {
        return document.format() != Format.RECORD;
    }

    /** Editors of some systems begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
