package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector must keep to. For one that has a capability, extend {@link SqlSourceContract}, {@link
 * LoadTargetContract} or {@link CommandLineContract}, each by a class of its own: they hold these tests too.
 */
public abstract class ConnectorContract extends TypeContract {

    final Told told = new Told();

    /** For subclasses. */
    protected ConnectorContract() {}

    /**
     * What is tried. No message may show its password, nor the value of a field that its schema marks with {@code writeOnly}.
     *
     * @return the same at each call in a test
     */
    protected abstract TestedConnection connection();

    @Test
    void connectingDialsNothingAndAsksForNoCredentials() throws IOException {
        LentContext context = context(this::credentials);
        ConnectorProvider provider = provider();
        Spec spec = spec(connection().unreachable());
        assertEquals(
                List.of(), IoWatch.during(() -> provider.connect(spec, context).close()));
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
        Stream.of(fields(), connection().unreachable())
                .flatMap(fields -> SchemaRules.secrets(publishedSchema(), fields))
                .forEach(told::assertSilentOn);
    }

    @Override
    final Described described() {
        return new Described(
                "connector",
                "conn_id",
                () -> provider().types(),
                type -> provider().schema(type),
                fields());
    }

    final Map<String, Object> fields() {
        return connection().fields();
    }

    final Credentials credentials() {
        return connection().credentials();
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

    private ConnectorProvider provider() {
        return connection().provider().get();
    }
}
