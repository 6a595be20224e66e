package io.lava4j.connector.mysql.aurora;

import io.lava4j.connector.mysql.MySql;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Connections of mysql, to databases that AWS runs. */
public final class AuroraConnectorProvider implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return AuroraTypes.ALL;
    }

    @Override
    public String schema(String type) {
        return resource("mysql-aurora.schema.json");
    }

    @Override
    public String guide(String type) {
        return resource("mysql-aurora.guide.md");
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return MySql.connect(spec, context);
    }

    private static String resource(String name) {
        try (InputStream resource = AuroraConnectorProvider.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("'" + name + "' cannot be read", unreadable);
        }
    }
}
