package com.example.extended;

import io.lava4j.connector.mysql.MySql;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.Set;

/** A type that is mysql under another name. */
public final class Extended implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("extended");
    }

    @Override
    public String schema(String type) {
        return "{\"title\": \"Extended\", \"$ref\": \"lava4j:connector/mysql\"}";
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return MySql.connect(spec, context);
    }
}
