package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of an installation, plugins and all, as files for editors, with a catalogue that says what each is for. */
final class EditorSchemas {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<TypeSchema> schemas;
    private final Map<String, String> files = new LinkedHashMap<>();

    private EditorSchemas(List<TypeSchema> schemas) {
        this.schemas = schemas;
    }

    /**
     * Makes them.
     *
     * @param schemas all that there are
     * @param url where the files will be found; ends in a slash
     * @return name of the file to its text
     */
    static Map<String, String> files(List<TypeSchema> schemas, String url) {
        EditorSchemas files = new EditorSchemas(schemas);
        files.kind("connection");
        files.kind("job");
        schemas.stream()
                .filter(schema -> !schema.type().isEmpty())
                .forEach(schema -> files.put(name(schema), EditorHints.in((ObjectNode) JSON.readTree(schema.json()))));
        files.put("catalog.json", catalogue(url));
        return files.files;
    }

    private void kind(String kind) {
        List<TypeSchema> types =
                schemas.stream().filter(schema -> schema.kind().equals(kind)).toList();
        put(kind + ".json", EditorHints.in(KindSchema.of(types.get(0), types.subList(1, types.size()))));
    }

    private static String name(TypeSchema schema) {
        return switch (schema.kind()) {
            case "connection" -> "connectors/" + schema.type() + ".json";
            case "job" -> "jobs/" + schema.type() + ".json";
            default -> schema.type() + ".json";
        };
    }

    /** In the format of SchemaStore, which editors read. */
    private static ObjectNode catalogue(String url) {
        ObjectNode catalogue = JSON.createObjectNode();
        catalogue.put("$schema", "https://json.schemastore.org/schema-catalog.json");
        catalogue.put("version", 1.0);
        ArrayNode entries = catalogue.putArray("schemas");
        entry(entries, "lava connection", "A connection of lava", url + "connection.json", "**/connections/*");
        entry(entries, "lava job", "A job of lava", url + "job.json", "**/jobs/**/*");
        entry(entries, "lava realm", "A realm of lava", url + "realm.json", "**/realm");
        return catalogue;
    }

    private static void entry(ArrayNode entries, String name, String description, String url, String files) {
        ObjectNode entry = entries.addObject();
        entry.put("name", name).put("description", description);
        ArrayNode matches = entry.putArray("fileMatch");
        Stream.of(".json", ".yaml", ".yml").map(files::concat).forEach(matches::add);
        entry.put("url", url);
    }

    private void put(String name, ObjectNode node) {
        files.put(name, JSON.writeValueAsString(node) + "\n");
    }
}
