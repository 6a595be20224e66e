package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.schema.SpecSchema;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spi.Spec;

/**
 * The spec of a connection that is valid and enabled; its secret has not been read.
 *
 * @param subject the connection, for messages
 * @param type its type
 * @param parsed what the spec says
 * @param schema what it had to be
 */
record ValidConnection(String subject, String type, ParsedSpec parsed, SpecSchema schema) {

    static ValidConnection of(Environment environment, SpecLoader specs, String realm, String connId) {
        String subject = "connection '" + connId + "'";
        ParsedSpec parsed = specs.connection(realm, connId);
        SpecLoader.require(subject, specs.faultsOfConnection(parsed));
        String type = parsed.type().orElseThrow();
        ValidConnection valid =
                new ValidConnection(subject, type, parsed, environment.schemas().connection(type));
        if (!valid.spec().flag("enabled", false)) {
            throw new ConfigurationException(subject + " is not enabled: set 'enabled: true' in "
                    + parsed.document().name());
        }
        return valid;
    }

    /** As it is written, without what a secret may add. */
    Spec spec() {
        return new Spec(subject, parsed.fields(), parsed.document().directory(), parsed.positions()::valuePlace);
    }
}
