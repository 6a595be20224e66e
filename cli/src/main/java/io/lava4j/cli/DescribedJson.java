package io.lava4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A description for a program. */
final class DescribedJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DescribedJson() {}

    static List<String> lines(Described type) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", type.kind());
        all.put("type", type.type());
        all.put("title", type.title());
        all.put("description", type.description());
        all.put("synonyms", type.synonyms());
        all.put("fields", fields(type.fields()));
        all.put("examples", type.examples());
        all.put("guide", type.guide());
        return List.of(MAPPER.writeValueAsString(all));
    }

    private static List<Map<String, Object>> fields(List<DescribedField> fields) {
        return fields.stream().map(DescribedJson::field).toList();
    }

    private static Map<String, Object> field(DescribedField field) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", field.name());
        facts.put("type", field.type());
        facts.put("required", field.required());
        facts.put("from_secret", field.fromSecret());
        facts.put("own", field.own());
        facts.put("description", field.description());
        Stream.of("default", "enum", "examples", "deprecated")
                .filter(field.schema()::has)
                .forEach(fact -> facts.put(fact, field.schema().get(fact)));
        if (!field.fields().isEmpty()) {
            facts.put("fields", fields(field.fields()));
        }
        return facts;
    }
}
