package io.lava4j.core.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a schema itself must be, by the standard. Read at the first use, which takes time. */
final class MetaSchema {

    private static final Schema STANDARD = SchemaRegistry.withDialect(
                    Dialects.getDraft202012(),
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ENGLISH)
                            .build()))
            .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

    private MetaSchema() {}

    /** @throws IllegalArgumentException with the first fault */
    static void require(JsonNode schema) {
        STANDARD.validate(schema).stream().findFirst().ifPresent(fault -> {
            throw new IllegalArgumentException("it is no JSON Schema of draft 2020-12: " + fault);
        });
    }
}
