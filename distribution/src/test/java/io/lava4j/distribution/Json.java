package io.lava4j.distribution;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads what lava prints; anything beside one JSON object is an error. */
final class Json {

    private Json() {}

    static Map<?, ?> object(String text) {
        return JsonMapper.shared().readValue(text, Map.class);
    }
}
