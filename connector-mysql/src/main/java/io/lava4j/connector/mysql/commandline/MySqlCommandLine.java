package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.UnverifiedServer;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Installs executables that open a connection with the client on PATH. */
public final class MySqlCommandLine implements Connector.CommandLine {

    private final ConnectionSettings settings;
    private final Context context;
    private final UnverifiedServer unverified;
    private final Surroundings surroundings;

    /** Looks for no client yet. */
    public MySqlCommandLine(ConnectionSettings settings, Context context, UnverifiedServer unverified) {
        this(settings, context, unverified, Surroundings.inherited());
    }

    MySqlCommandLine(
            ConnectionSettings settings, Context context, UnverifiedServer unverified, Surroundings surroundings) {
        this.settings = settings;
        this.context = context;
        this.unverified = unverified;
        this.surroundings = surroundings;
    }

    @Override
    public Connector.Installed install(Path directory, String name) {
        Client client =
                ClientSearch.on(settings.subject(), surroundings.path().get()).find();
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
        TlsOptions tls = new ClientTls(settings, client, files, surroundings).options();
        Login login = new Login(settings, client, tls);
        login.requireWayFor(credentials);
        files.writeOptions(login.options(credentials));
        return new Installation(
                files,
                Stream.of(refreshing(credentials, login, files), tls.upkeep())
                        .flatMap(Optional::stream)
                        .map(upkeep -> Keeper.start(upkeep, this::tell))
                        .toList());
    }

    private Optional<Upkeep> refreshing(Credentials first, Login login, InstalledFiles files) {
        return Refreshing.of(
                surroundings.clock(),
                surroundings.look(),
                first,
                context::credentials,
                next -> files.writeOptions(login.options(next)));
    }

    private void tell(String sentence) {
        context.event(settings.subject() + ": " + sentence);
    }
}
