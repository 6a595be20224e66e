package io.lava4j.core.run;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A connection that is open outside of any job, as an executable. */
public final class OpenedCommandLine implements Connector.Installed {

    private static final String NAME = "connection";

    private final PrivateDirectory directory = new PrivateDirectory();
    private final Connections connections;
    private final Connector.Installed installed;

    private OpenedCommandLine(Connections connections, String connId) {
        this.connections = connections;
        try {
            Connector.CommandLine connector = connections.connector(connId, Connector.CommandLine.class);
            this.installed = connector.install(directory.path(), NAME);
        } catch (RuntimeException | LinkageError failed) {
            connections.close();
            directory.close();
            throw failed;
        }
    }

    /**
     * Opens a connection as a run does.
     *
     * @param environment what runs share
     * @param realmChoice gives the name of the realm, if one is chosen
     * @param listener hears of events
     * @param connId which connection
     * @return the executable in place
     */
    public static OpenedCommandLine open(
            Environment environment, Supplier<Optional<String>> realmChoice, Listener listener, String connId) {
        String realm = new RealmChoice(realmChoice).of("connection '" + connId + "'");
        SpecLoader specs = new SpecLoader(environment);
        String application = new ApplicationName(specs.realm(realm)).of(realm, "");
        return new OpenedCommandLine(new Connections(environment, specs, realm, application, listener), connId);
    }

    @Override
    public Path executable() {
        return installed.executable();
    }

    @Override
    public void close() {
        try {
            installed.close();
        } finally {
            connections.close();
            directory.close();
        }
    }
}
