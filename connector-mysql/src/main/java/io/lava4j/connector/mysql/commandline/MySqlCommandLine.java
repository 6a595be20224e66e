package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.UnverifiedServer;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Installs executables that open a connection with the client on PATH. */
public final class MySqlCommandLine implements Connector.CommandLine {

    private final ConnectionSettings settings;
    private final Context context;
    private final UnverifiedServer unverified;
    private final Supplier<String> path;
    private final InstantSource clock;

    /** Looks for no client yet. */
    public MySqlCommandLine(ConnectionSettings settings, Context context, UnverifiedServer unverified) {
        this(settings, context, unverified, ClientSearch::inheritedPath, InstantSource.system());
    }

    MySqlCommandLine(
            ConnectionSettings settings,
            Context context,
            UnverifiedServer unverified,
            Supplier<String> path,
            InstantSource clock) {
        this.settings = settings;
        this.context = context;
        this.unverified = unverified;
        this.path = path;
        this.clock = clock;
    }

    @Override
    public Connector.Installed install(Path directory, String name) {
        Client client = ClientSearch.on(settings.subject(), path.get()).find();
        InstalledFiles files = InstalledFiles.in(directory, name);
        // First, as it fails where something of that name is: what fails later removes its own files alone.
        files.writeScript(new Script(client.program(), files.options()).bytes());
        try {
            return install(client, files);
        } catch (RuntimeException failed) {
            files.remove();
            throw failed;
        }
    }

    private Connector.Installed install(Client client, InstalledFiles files) {
        Credentials credentials = context.credentials();
        unverified.tell(credentials);
        Login login = new Login(settings, client, new ClientTls(settings, client, files).options());
        login.requireWayFor(credentials);
        files.writeOptions(login.options(credentials));
        return new Installation(
                files,
                Refreshing.of(
                        clock,
                        Refreshing.LOOK,
                        credentials,
                        context::credentials,
                        next -> files.writeOptions(login.options(next)),
                        sentence -> context.event(settings.subject() + ": " + sentence)));
    }
}
