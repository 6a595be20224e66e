package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.List;
import java.util.Set;
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
    void itsTypeIsAcceptedInAnyCaseAndNoOther() {
        JsonNode json = new JsonMapper().readTree(schema("sample-token").json());

        String pattern = json.at("/properties/type/pattern").asString();
        assertEquals("^[sS][aA][mM][pP][lL][eE]-[tT][oO][kK][eE][nN]$", pattern);
        assertTrue("Sample-TOKEN".matches(pattern) && !"sample".matches(pattern));
    }

    @Test
    void whatASecretMayGiveIsRequiredWithoutOne() {
        JsonNode json = new JsonMapper().readTree(schema("sample").json());

        assertEquals("[\"secret_id\"]", json.at("/if/required").toString());
        assertEquals("[\"host\",\"port\",\"user\"]", json.at("/else/required").toString());
    }

    @Test
    void itsExamplesAreOfTheTypeThatIsAskedFor() {
        assertEquals("sample", exampleType("sample"));
        assertEquals("sample-token", exampleType("sample-token"));
    }

    private static String exampleType(String type) {
        return new JsonMapper()
                .readTree(schema(type).json())
                .at("/examples/0/type")
                .asString();
    }

    @Test
    void theGuideOfATypeThatExtendsAnotherFollowsTheOthers() {
        assertEquals("## Sample\n", schema("sample").guide());
        assertEquals("## Sample\n\n## Token\n", schema("sample-token").guide());
        assertEquals("", schema("sample_steps").guide());
    }

    @Test
    void aGuideThatCannotBeToldIsAnErrorThatNamesItsType() {
        ConnectorProvider mute = new Twins() {
            @Override
            public String guide(String type) {
                throw new IllegalStateException("no words");
            }
        };
        try (Lava lava = Lava.builder()
                .discovery(new StubDiscovery().with(ConnectorProvider.class, mute))
                .build()) {
            assertEquals(
                    "the guide of connection 'one' cannot be told: java.lang.IllegalStateException: no words",
                    assertThrows(PluginException.class, () -> lava.schema("one"))
                            .getMessage());
        }
    }

    @Test
    void typesOfOneProviderWithOneSchemaAreSynonyms() {
        try (Lava lava = Lava.builder()
                .discovery(new StubDiscovery().with(ConnectorProvider.class, new Twins()))
                .build()) {
            assertEquals(List.of("two"), lava.schema("one").synonyms());
            assertEquals(List.of("one"), lava.schema("two").synonyms());
            assertEquals(List.of(), lava.schema("other").synonyms());
        }
    }

    @Test
    void theRealmHasASchemaToo() {
        TypeSchema realm = schema("realm");

        assertEquals("realm", realm.kind());
        assertEquals("realm", realm.type());
        assertEquals(
                "lava4j:realm",
                new JsonMapper().readTree(realm.json()).get("$id").asString());
    }

    @Test
    void allSchemasAreThoseOfEachKindAndItsTypesAndOfTheRealm() {
        try (Lava lava = Lava.builder().build()) {
            List<TypeSchema> all = lava.schemas();

            assertEquals(
                    List.of(
                            "connection ",
                            "connection sample",
                            "connection sample-token",
                            "job ",
                            "job sample_steps",
                            "realm realm"),
                    all.stream()
                            .map(schema -> schema.kind() + " " + schema.type())
                            .toList());
            assertEquals(lava.schema("sample"), all.get(1));
            JsonNode any = new JsonMapper().readTree(all.get(0).json());
            assertEquals("[\"conn_id\",\"type\"]", any.get("required").toString());
            assertFalse(any.has("additionalProperties"));
        }
    }

    @Test
    void aTypeThatIsThereTwiceIsLeftOutOfAll() {
        StubDiscovery twice = new StubDiscovery()
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(ConnectorProvider.class, new Second());
        try (Lava lava = Lava.builder().discovery(twice).build()) {
            assertEquals(
                    List.of("", "sample", "", "realm"),
                    lava.schemas().stream().map(TypeSchema::type).toList());
        }
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

    private record Second(SampleConnectors first) implements ConnectorProvider {

        Second() {
            this(new SampleConnectors());
        }

        @Override
        public Set<String> types() {
            return Set.of("sample-token");
        }

        @Override
        public String schema(String type) {
            return first.schema(type);
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            return first.connect(spec, context);
        }
    }

    private static class Twins implements ConnectorProvider {

        @Override
        public Set<String> types() {
            return Set.of("one", "two", "other");
        }

        @Override
        public String schema(String type) {
            return type.equals("other") ? "{}" : "{\"title\": \"Twin\"}";
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }
}
