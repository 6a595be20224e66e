package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every template renders to what Jinja2 renders it to, or is an error where it is one there. */
final class VectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode GIVEN = read("/templates.json");

    static Stream<JsonNode> vectors() {
        return Stream.of(GIVEN, read("/further-templates.json"))
                .flatMap(file -> file.get("cases").valueStream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rendersAsJinjaDoes(JsonNode vector) {
        String template = vector.get("template").asString();
        if (vector.has("error")) {
            String message = assertThrows(IllegalArgumentException.class, () -> render(template))
                    .getMessage();
            assertFalse(message.isBlank(), template);
        } else {
            assertEquals(vector.get("expected").asString(), render(template), template);
        }
    }

    private static String render(String template) {
        return new JinjaTemplates().render(template, variables());
    }

    private static Map<String, Object> variables() {
        ZonedDateTime start =
                OffsetDateTime.parse(GIVEN.get("start").asString()).toZonedDateTime();
        Map<String, Object> variables =
                new HashMap<>(JSON.convertValue(GIVEN.get("context"), new TypeReference<Map<String, Object>>() {}));
        variables.put("start", start);
        variables.put("ustart", start.withZoneSameInstant(ZoneOffset.UTC));
        return variables;
    }

    private static JsonNode read(String name) {
        try (InputStream in = VectorsTest.class.getResourceAsStream(name)) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
