package io.lava4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faulty schemas of plugins: each is an error that names its type. */
final class SchemasTest {

    @Test
    void aSchemaThatIsNoJsonIsAnErrorThatNamesItsType() {
        assertEquals(
                "the schema of connection 'odd' is faulty: it is no JSON: line 1, column 1: Unrecognized token 'not': "
                        + "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                message("not json"));
        assertEquals("the schema of connection 'odd' is faulty: a schema must be a JSON object", message("[]"));
    }

    @Test
    void anUnknownValueKindIsAnErrorWithTheKnownOnes() {
        assertEquals(
                "the schema of connection 'odd' is faulty: 'lava4j:colour' is no value kind: expected "
                        + "[lava4j:boolean, lava4j:port, lava4j:size, lava4j:duration]",
                message("{\"properties\": {\"c\": {\"$ref\": \"lava4j:colour\"}}}"));
    }

    @Test
    void aTypeCannotExtendItself() {
        assertEquals(
                "the schema of connection 'odd' is faulty: 'lava4j:connector/odd' cannot be extended: "
                        + "expected lava4j:connector/TYPE, and no circle",
                message("{\"$ref\": \"lava4j:connector/odd\"}"));
    }

    @Test
    void twoTypesCannotExtendEachOther() {
        Schemas schemas = schemas(
                Map.of("odd", "{\"$ref\": \"lava4j:connector/even\"}", "even", "{\"$ref\": \"lava4j:connector/odd\"}"));

        String message = assertThrows(PluginException.class, () -> schemas.connection("odd"))
                .getMessage();
        assertTrue(message.endsWith("cannot be extended: expected lava4j:connector/TYPE, and no circle"), message);
    }

    @Test
    void aTypeCannotExtendOneThatIsNotThere() {
        assertEquals(
                "the schema of connection 'odd' is faulty: 'lava4j:connector/evn' cannot be extended: "
                        + "connector type 'evn' is unknown: take one that is known, or install its plugin. Known on the stub: odd",
                message("{\"$ref\": \"lava4j:connector/evn\"}"));
    }

    @Test
    void aFieldOfEveryConnectionCannotBeRedefined() {
        assertEquals(
                "the schema of connection 'odd' is faulty: property 'conn_id' is one that every connection has, and its "
                        + "'type' is \"string\"; leave that out, or give the property another name",
                message("{\"properties\": {\"conn_id\": {\"type\": \"integer\"}}}"));
        assertTrue(message("{\"properties\": {\"enabled\": {\"type\": \"string\"}}}")
                .startsWith("the schema of connection 'odd' is faulty: property 'enabled' is one that every connection "
                        + "has, and its 'type' is [\"boolean\""));
    }

    @Test
    void aFieldOfEveryConnectionMayBeDescribedAndNarrowed() {
        String own = "{\"properties\": {\"owner\": {\"title\": \"Team\", \"type\": \"string\", \"maxLength\": 5}}}";

        assertTrue(schemas(Map.of("odd", own)).connection("odd").declares("owner"));
    }

    @Test
    void aSchemaOfAFolderMustBeOneByTheStandard() {
        String own = "{\"properties\": {\"size\": {\"type\": \"strnig\"}}}";
        StubDiscovery folder =
                new StubDiscovery().withFolder(ConnectorProvider.class, new Odd(Map.of("odd", own)), "acme");

        assertEquals(
                "the schema of connection 'odd' is faulty: it is no JSON Schema of draft 2020-12: /properties/size/type: "
                        + "does not have a value in the enumeration [\"array\", \"boolean\", \"integer\", \"null\", "
                        + "\"number\", \"object\", \"string\"]",
                assertThrows(PluginException.class, () -> new Schemas(new Plugins(folder)).connection("odd"))
                        .getMessage());
    }

    @Test
    void aSchemaWhoseCodeLacksAClassIsToldSo() {
        assertEquals(
                "the schema of connection 'odd' cannot be told: java.lang.NoClassDefFoundError: io/other/Missing",
                assertThrows(PluginException.class, () -> new Schemas(
                                        new Plugins(new StubDiscovery().with(ConnectorProvider.class, new Broken())))
                                .connection("odd"))
                        .getMessage());
    }

    @Test
    void whatIsMoreThanFieldsIsRefused() {
        assertEquals(
                "the schema of connection 'odd' is faulty: 'anyOf' stands at the root: "
                        + "expected properties, required, requiredOrSecret, requiredToRun, documented or $ref",
                message("{\"anyOf\": []}"));
        assertEquals(
                "the schema of connection 'odd' is faulty: property 'a' is no object",
                message("{\"properties\": {\"a\": 1}}"));
    }

    private static String message(String schema) {
        return assertThrows(PluginException.class, () -> schemas(Map.of("odd", schema))
                        .connection("odd"))
                .getMessage();
    }

    private static Schemas schemas(Map<String, String> byType) {
        return new Schemas(new Plugins(new StubDiscovery().with(ConnectorProvider.class, new Odd(byType))));
    }

    private record Odd(Map<String, String> byType) implements ConnectorProvider {

        @Override
        public Set<String> types() {
            return byType.keySet();
        }

        @Override
        public String schema(String type) {
            return byType.get(type);
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }

    private record Broken() implements ConnectorProvider {

        @Override
        public Set<String> types() {
            return Set.of("odd");
        }

        @Override
        public String schema(String type) {
            throw new NoClassDefFoundError("io/other/Missing");
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }
}
