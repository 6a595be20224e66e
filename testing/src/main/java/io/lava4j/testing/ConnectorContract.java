package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector must keep to. For one that has a capability, extend {@link SqlSourceContract} or {@link
 * LoadTargetContract}, or each by a class of its own: they hold these tests too.
 */
public abstract class ConnectorContract extends TypeContract {

    final Told told = new Told();

    /** For subclasses. */
    protected ConnectorContract() {}

    /**
     * Makes the provider. Asked many times.
     *
     * @return a new one
     */
    protected abstract ConnectorProvider provider();

    /**
     * A connection to a server, or whatever it is, that is there.
     *
     * @return the fields of its spec; {@code conn_id}, {@code type} and {@code enabled} are added when they are absent
     */
    protected abstract Map<String, Object> fields();

    /**
     * A connection that leads nowhere: no server listens, no such directory.
     *
     * @return the fields of a valid spec
     */
    protected abstract Map<String, Object> unreachable();

    /**
     * Who logs in at the connection of {@link #fields()}. No message may show the password.
     *
     * @return by default an empty user and an empty password
     */
    protected Credentials credentials() {
        return new Credentials("", new Secret(""), Optional.empty());
    }

    @Test
    void connectingDialsNothingAndAsksForNoCredentials() throws IOException {
        LentContext context = context(this::credentials);
        assertEquals(List.of(), IoWatch.during(() -> provider()
                .connect(spec(unreachable()), context)
                .close()));
        assertEquals(0, context.readings.get(), "connect() asked for credentials: leave that to the first login");
    }

    @Test
    void oneProviderMakesConnectionsFromSeveralThreads() throws Exception {
        ConnectorProvider shared = provider();
        AtOnce.run(i -> () -> {
            shared.connect(spec(fields()), context(this::credentials)).close();
            return shared.schema(shared.types().iterator().next());
        });
    }

    @AfterEach
    void noSecretWasTold() {
        told.assertSilentOn(credentials().password());
    }

    @Override
    final String kind() {
        return "connector";
    }

    @Override
    final String idField() {
        return "conn_id";
    }

    @Override
    final Set<String> types() {
        return provider().types();
    }

    @Override
    final String schema(String type) {
        return provider().schema(type);
    }

    @Override
    final Map<String, Object> givenFields() {
        return fields();
    }

    final LentContext context(Supplier<Credentials> credentials) {
        return new LentContext(credentials, directory, told);
    }

    final Connector connect(Map<String, Object> fields, LentContext context) {
        Connector connector = provider().connect(spec(fields), context);
        told.add(connector);
        return connector;
    }

    final Connector connect() {
        return connect(fields(), context(this::credentials));
    }

    final <C> C as(Class<C> capability, Connector connector) {
        if (!capability.isInstance(connector)) {
            throw new AssertionError(connector.getClass() + " is no " + capability.getSimpleName());
        }
        return capability.cast(connector);
    }
}
