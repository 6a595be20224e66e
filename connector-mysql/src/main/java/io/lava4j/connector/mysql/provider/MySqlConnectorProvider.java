package io.lava4j.connector.mysql.provider;

import io.lava4j.connector.mysql.MySql;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Connection types {@code mysql} and {@code mariadb}, which are one. */
public final class MySqlConnectorProvider implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("mysql", "mariadb");
    }

    @Override
    public String schema(String type) {
        try (InputStream schema = MySqlConnectorProvider.class.getResourceAsStream("mysql.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the schema of type '" + type + "' cannot be read", unreadable);
        }
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return MySql.connect(spec, context);
    }
}
