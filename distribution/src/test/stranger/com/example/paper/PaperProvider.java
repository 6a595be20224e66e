package com.example.paper;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.Set;

/** Connections to a sheet of paper. */
public final class PaperProvider implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("paper");
    }

    @Override
    public String schema(String type) {
        return """
                {"properties": {"colour": {"type": "string"}, "sheet": {"type": "string"}},
                 "required": ["colour", "sheet"]}""";
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return new Paper(spec.path("sheet").orElseThrow());
    }
}
