package io.lava4j.template.jinja;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.util.Map;
import java.util.Set;

/** A job that renders its one parameter. */
public final class EchoJob implements JobProvider {

    @Override
    public Set<String> types() {
        return Set.of("echo");
    }

    @Override
    public String schema(String type) {
        return """
                {"properties": {"parameters": {"type": "object", "additionalProperties": false,
                  "properties": {"text": {"type": "string"}, "vars": {"type": "object"}}}}}
                """;
    }

    @Override
    public void run(Spec spec, Context context) {
        String text = spec.object("parameters").required("text");
        context.result("text", context.render("/parameters/text", text, Map.of("key", "a/b.csv")));
    }
}
