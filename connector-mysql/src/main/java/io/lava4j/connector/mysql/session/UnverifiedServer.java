package io.lava4j.connector.mysql.session;

import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;

/** Tells, once a connection, that the server's certificate is not verified. */
public final class UnverifiedServer {

    private final ConnectionSettings settings;
    private final Context context;
    private boolean told;

    /** Tells nothing yet. */
    public UnverifiedServer(ConnectionSettings settings, Context context) {
        this.settings = settings;
        this.context = context;
    }

    /** Tells it, where it is so, before these credentials go to the server. */
    public synchronized void tell(Credentials credentials) {
        if (told || settings.tls().mode() != TlsSettings.Mode.REQUIRED) {
            return;
        }
        told = true;
        context.event(settings.subject() + ": the certificate of server " + settings.address() + " is not verified"
                + danger(credentials) + "; " + remedy());
    }

    /** A token goes to the server as it is. */
    private static String danger(Credentials credentials) {
        return credentials.goodUntil().isEmpty()
                ? ""
                : ", and every login hands it a token: WHOEVER ANSWERS IN ITS PLACE CAN LOG IN with that token as user '"
                        + credentials.user() + "' until it expires";
    }

    private String remedy() {
        return settings.tls().caCertificates().isEmpty()
                ? "name its CA in ca_cert"
                : "ssl_mode 'required' ignores ca_cert: use verify-ca";
    }
}
