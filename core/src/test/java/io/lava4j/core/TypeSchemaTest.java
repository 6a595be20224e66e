package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.StubDiscovery;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that the engine gives to others. */
final class TypeSchemaTest {

    @Test
    void aConnectorsSchemaHoldsWhatEveryConnectionHas() {
        TypeSchema schema = schema("Sample-Token");
        JsonNode json = new JsonMapper().readTree(schema.json());

        assertEquals("connection", schema.kind());
        assertEquals("sample-token", schema.type());
        assertEquals(
                List.of("$schema", "$id", "title"),
                json.propertyNames().stream().limit(3).toList());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                json.get("$schema").asString());
        assertEquals("lava4j:connector/sample-token", json.get("$id").asString());
        assertEquals("Sample", json.get("title").asString());
        assertEquals("[\"conn_id\",\"type\",\"level\"]", json.get("required").toString());
        assertEquals("[\"sample-token\"]", json.at("/properties/type/examples").toString());
        assertEquals("Enabled", json.at("/properties/enabled/title").asString());
        assertEquals("string", json.at("/properties/audience/type").asString());
    }

    @Test
    void aJobsSchemaHoldsItsParameters() {
        TypeSchema schema = schema("sample_steps");
        JsonNode json = new JsonMapper().readTree(schema.json());

        assertEquals("job", schema.kind());
        assertEquals("lava4j:job/sample_steps", json.get("$id").asString());
        assertEquals(
                "array", json.at("/properties/parameters/properties/steps/type").asString());
    }

    @Test
    void askingForASchemaDoesNotChangeIt() {
        try (Lava lava = Lava.builder().build()) {
            assertEquals(lava.schema("sample"), lava.schema("sample"));
        }
    }

    @Test
    void anUnknownTypeIsToldWithTheNearestAndAllKnown() {
        assertEquals(
                "type 'sampel' is unknown; did you mean 'sample'?"
                        + " Connectors: sample, sample-token. Jobs: sample_steps.",
                message("sampel"));
        assertEquals(
                "type 'oracle' is unknown. Connectors: sample, sample-token. Jobs: sample_steps.", message("oracle"));
    }

    @Test
    void withoutAnyPluginNoTypeIsKnown() {
        try (Lava lava = Lava.builder().discovery(new StubDiscovery()).build()) {
            assertEquals(
                    "type 'sample' is unknown. Connectors: none. Jobs: none.",
                    assertThrows(PluginException.class, () -> lava.schema("sample"))
                            .getMessage());
        }
    }

    private static String message(String type) {
        return assertThrows(PluginException.class, () -> schema(type)).getMessage();
    }

    private static TypeSchema schema(String type) {
        try (Lava lava = Lava.builder().build()) {
            return lava.schema(type);
        }
    }
}
