package io.lava4j.core.sample;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.Set;

/** A stranger's connector, written against the SPI alone: {@code sample}, and {@code sample-token}, which extends it. */
public final class SampleConnectors implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("sample", "sample-token");
    }

    @Override
    public String schema(String type) {
        return type.equals("sample-token")
                ? """
                  {"$ref": "lava4j:connector/sample", "properties": {"audience": {"type": "string"}}}"""
                : """
                  {
                    "title": "Sample",
                    "examples": [{"conn_id": "s", "type": "sample", "level": "low", "secret_id": "dev/s"}],
                    "requiredOrSecret": ["host", "port", "user"],
                    "required": ["level"],
                    "properties": {
                      "host": {"type": "string", "minLength": 1, "fromSecret": "host"},
                      "port": {"$ref": "lava4j:port", "fromSecret": "port"},
                      "user": {"type": "string", "minLength": 1, "fromSecret": "username"},
                      "password": {"type": "string", "fromSecret": "password"},
                      "secret_id": {"type": "string", "minLength": 1},
                      "level": {"type": "string", "enum": ["low", "high"]},
                      "tls": {"$ref": "lava4j:boolean", "default": false},
                      "region": {"type": "string"},
                      "keys": {"type": "array", "items": {"type": "string"}, "writeOnly": true},
                      "retry": {
                        "type": "object",
                        "additionalProperties": false,
                        "properties": {"limit": {"type": "integer", "minimum": 0}}
                      }
                    }
                  }""";
    }

    @Override
    public String guide(String type) {
        return type.equals("sample-token") ? "## Token\n" : "## Sample\n";
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return new SampleConnector(spec, context);
    }
}
