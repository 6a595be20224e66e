package io.lava4j.testing;

import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connector, and what it is tried with.
 *
 * @param provider makes the provider; asked many times, for a new one each
 * @param fields the spec of a connection to a server, or whatever it is, that is there; {@code conn_id}, {@code type} and {@code
 *     enabled} are added when they are absent
 * @param unreachable the valid spec of a connection that leads nowhere: no server listens, no such directory
 * @param credentials who logs in at the connection that is there
 */
public record TestedConnection(
        Supplier<ConnectorProvider> provider,
        Map<String, Object> fields,
        Map<String, Object> unreachable,
        Credentials credentials) {

    /**
     * One without a login: an empty user with an empty password.
     *
     * @param provider makes the provider; asked many times, for a new one each
     * @param fields the spec of a connection that is there
     * @param unreachable the valid spec of a connection that leads nowhere
     */
    public TestedConnection(
            Supplier<ConnectorProvider> provider, Map<String, Object> fields, Map<String, Object> unreachable) {
        this(provider, fields, unreachable, new Credentials("", new Secret(""), Optional.empty()));
    }
}
