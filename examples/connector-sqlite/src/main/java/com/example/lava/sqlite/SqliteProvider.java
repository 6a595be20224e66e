package com.example.lava.sqlite;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Connection type {@code sqlite}. */
public final class SqliteProvider implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("sqlite");
    }

    @Override
    public String schema(String type) {
        try (InputStream schema = SqliteProvider.class.getResourceAsStream("sqlite.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return new SqliteConnector(
                spec.subject(),
                spec.path("file").orElseThrow(),
                spec.duration("wait").orElse(Duration.ofSeconds(10)));
    }
}
