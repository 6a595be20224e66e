package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.TlsSettings.Mode;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Credentials;
import java.io.IOException;

/**
 * How a client logs in, but for the credentials.
 *
 * @param settings the connection
 * @param client the program
 * @param tls its TLS options
 */
record Login(ConnectionSettings settings, Client client, TlsOptions tls) {

    /** What the option file holds with these credentials. */
    byte[] options(Credentials credentials) {
        OptionFile file = new OptionFile(settings.subject(), client)
                .set("host", "host", settings.address().plainHost())
                .set("port=" + settings.address().port())
                // Otherwise 'localhost' is a socket, whatever the port.
                .set("protocol=tcp")
                .set("user", "user", credentials.user())
                .set("password", "password", credentials.password().reveal())
                .set("database", "database", settings.database())
                // As in the driver's sessions; without it, locale and make of the client decide.
                .set("default-character-set=utf8mb4")
                // A server may name another file than the statement does: whoever wants that says --local-infile=1.
                .set("local-infile=0");
        tls.lines().accept(file);
        if (isToken(credentials) && !client.isMariaDb()) {
            file.set("enable-cleartext-plugin");
        }
        return file.bytes();
    }

    /** Refuses what a token cannot be sent with. */
    void requireWayFor(Credentials credentials) {
        if (!isToken(credentials)) {
            return;
        }
        if (settings.tls().mode() == Mode.PREFERRED) {
            throw new ConfigurationException(settings.subject() + ": a token is sent over TLS only: set ssl to true");
        }
        if (client.isMariaDb() && !hasPlugin()) {
            throw new ConfigurationException(settings.subject() + ": " + client
                    + " lacks the plugin mysql_clear_password, with which a token is sent; install a client that has it:"
                    + " MySQL's, or Debian's package mariadb-client-core");
        }
    }

    private boolean hasPlugin() {
        try {
            return new ClearPasswordPlugin(client).isThere();
        } catch (IOException failed) {
            throw new ConfigurationException(
                    settings.subject() + ": " + client
                            + " does not tell whether it has the plugin mysql_clear_password (" + failed.getMessage()
                            + "); put another client first on PATH",
                    failed);
        }
    }

    private static boolean isToken(Credentials credentials) {
        return credentials.goodUntil().isPresent();
    }
}
