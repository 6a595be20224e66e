package io.lava4j.cli;

import io.lava4j.core.PluginInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is installed, for a program. */
final class ListedJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ListedJson() {}

    static String of(List<PluginInfo> plugins) {
        return MAPPER.writeValueAsString(
                Map.of("plugins", plugins.stream().map(ListedJson::fields).toList()));
    }

    private static Map<String, String> fields(PluginInfo plugin) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", plugin.kind());
        fields.put("type", plugin.type());
        fields.put("module", plugin.module());
        fields.put("version", plugin.version());
        fields.put("folder", plugin.folder());
        fields.put("place", plugin.place());
        fields.put("note", plugin.note());
        fields.put("fault", plugin.fault());
        return fields;
    }
}
