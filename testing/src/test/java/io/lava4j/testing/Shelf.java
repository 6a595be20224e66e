package io.lava4j.testing;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.util.Optional;
import java.util.Set;

/** A connector to tables in memory that keeps the contract, but for one fault if a test wants one. */
public final class Shelf implements ConnectorProvider {

    static volatile Optional<Fault> fault = Optional.empty();

    /** For {@link java.util.ServiceLoader}. */
    public Shelf() {}

    static boolean has(Fault asked) {
        return fault.filter(asked::equals).isPresent();
    }

    @Override
    public Set<String> types() {
        if (has(Fault.FILE_READ_BY_THE_PROVIDER)) {
            Contracts.readAFile();
        }
        return Set.of(has(Fault.TYPE_IN_CAPITALS) ? "Shelf" : "shelf");
    }

    @Override
    public String schema(String type) {
        return """
                {"properties": {
                  "place": {"%s": "Where it stands.", "type": "%s"},
                  "api_token": {"description": "Opens it.", "type": "string"%s}},
                 "required": ["place"%s]}"""
                .formatted(
                        has(Fault.FIELD_WITHOUT_DESCRIPTION)
                                ? "title"
                                : has(Fault.SCHEMA_WITH_A_SLIP) ? "decription" : "description",
                        has(Fault.SCHEMA_OF_NO_STANDARD) ? "text" : "string",
                        has(Fault.SECRET_WITHOUT_A_MARK) ? "" : ", \"writeOnly\": true",
                        has(Fault.SPEC_THAT_THE_SCHEMA_REFUSES) ? ", \"lock\"" : "");
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        if (has(Fault.CREDENTIALS_ASKED_TOO_EARLY)) {
            context.credentials();
        }
        if (has(Fault.FILE_READ_BY_CONNECT)) {
            Contracts.readAFile();
        }
        if (has(Fault.TOKEN_TOLD)) {
            context.event("opened with " + spec.required("api_token"));
        }
        return new ShelfConnector(spec.required("place"), context);
    }
}
