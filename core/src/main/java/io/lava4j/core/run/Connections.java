package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.plugin.Sought;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one run: each is opened once, all are closed together. */
final class Connections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Environment environment;
    private final SpecLoader specs;
    private final String realm;
    private final String application;
    private final Listener listener;
    private final Map<String, Connector> open = new LinkedHashMap<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    Connections(Environment environment, SpecLoader specs, String realm, String application, Listener listener) {
        this.environment = environment;
        this.specs = specs;
        this.realm = realm;
        this.application = application;
        this.listener = listener;
    }

    <C> C connector(String connId, Class<C> capability) {
        Connector connector = open.get(connId);
        if (connector == null) {
            connector = open(connId);
            toClose.push(connector);
            open.put(connId, connector);
        }
        if (!capability.isInstance(connector)) {
            throw new ConfigurationException("connection '" + connId + "' cannot be used for this: its type '"
                    + specs.connection(realm, connId).type().orElse("") + "' offers no " + named(capability)
                    + "; name a connection of a type that does");
        }
        return capability.cast(connector);
    }

    private static String named(Class<?> capability) {
        String meaning = capability == Connector.CommandLine.class ? ": no executable that opens it" : "";
        return capability.getSimpleName() + meaning;
    }

    /** A field of a connection, whatever its type. */
    Optional<String> text(String connId, String field) {
        return specs.connection(realm, connId).text(field);
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            AutoCloseable next = toClose.pop();
            try {
                next.close();
            } catch (Exception failed) {
                LOG.warn("{} did not close: {}", next.getClass().getName(), failed.toString());
            }
        }
    }

    private Connector open(String connId) {
        ValidConnection valid = valid(connId);
        ConnectionSecrets secrets = secrets(valid);
        return connect(valid, secrets, secrets.complete());
    }

    /** The spec of a connection that may be used. */
    ValidConnection valid(String connId) {
        return ValidConnection.of(environment, specs, realm, connId);
    }

    /** What its spec names. */
    ConnectionSecrets secrets(ValidConnection valid) {
        return new ConnectionSecrets(
                valid.subject(),
                realm,
                valid.parsed(),
                valid.schema(),
                environment.stores()::secrets,
                environment.plugins().authentication(valid.type()));
    }

    /** Makes the connector; the caller sees to it that it is closed. */
    Connector connect(ValidConnection valid, ConnectionSecrets secrets, Spec complete) {
        LOG.info(
                "{} of type '{}' from {}, for '{}'",
                valid.subject(),
                valid.type(),
                valid.parsed().document().name(),
                application);
        PrivateDirectory directory = new PrivateDirectory();
        toClose.push(directory);
        return environment
                .plugins()
                .connector(valid.type())
                .connect(complete, new Context(complete, valid.type(), secrets, directory));
    }

    /** What one connection is lent. */
    private final class Context implements ConnectorProvider.Context {

        private final Spec spec;
        private final String type;
        private final ConnectionSecrets secrets;
        private final PrivateDirectory directory;

        Context(Spec spec, String type, ConnectionSecrets secrets, PrivateDirectory directory) {
            this.spec = spec;
            this.type = type;
            this.secrets = secrets;
            this.directory = directory;
        }

        @Override
        public String application() {
            return application;
        }

        @Override
        public Credentials credentials() {
            return secrets.credentials(spec);
        }

        @Override
        public Optional<Credentials> renewed(Credentials refused) {
            return secrets.renewed(refused, spec);
        }

        @Override
        public Optional<S3LoadPath> s3LoadPath() {
            Sought<S3LoadPath> sought = environment.plugins().s3LoadPath(type);
            return sought.unusable().isEmpty()
                    ? sought.provider()
                    : Optional.of(new NoS3LoadPath(type, sought.unusable()));
        }

        @Override
        public Path privateDirectory() {
            return directory.path();
        }

        @Override
        public void event(String sentence) {
            listener.event(sentence);
        }
    }
}
