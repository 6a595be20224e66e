package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.UnverifiedServer;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The command line of connector-mysql with a PATH and a clock of the test's, which nobody outside of this package can give.
 *
 * @param path where the client is looked for
 * @param clock tells when a token ends
 */
public record ClientOnPath(String path, InstantSource clock) {

    private static final Duration LOOK = Duration.ofMillis(10);

    /** The client that is found: its place, maker and version. */
    public String description() {
        return ClientSearch.on("test", path).find().toString();
    }

    /** Installs an executable. */
    public Installed install(Spec spec, Context context, Path directory) {
        ConnectionSettings settings = ConnectionSettings.of(spec);
        return new MySqlCommandLine(
                        settings,
                        context,
                        new UnverifiedServer(settings, context),
                        new Surroundings(() -> path, clock, LOOK))
                .install(directory, "dwh");
    }
}
