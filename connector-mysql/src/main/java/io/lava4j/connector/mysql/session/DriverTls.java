package io.lava4j.connector.mysql.session;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Hands TLS settings to the driver; prepares the trust store, and warns, at the first use. */
final class DriverTls {

    private final ConnectionSettings settings;
    private final Context context;
    private Optional<TrustStore> trustStore = Optional.empty();
    private boolean prepared;

    DriverTls(ConnectionSettings settings, Context context) {
        this.settings = settings;
        this.context = context;
    }

    void apply(MysqlDataSource source, Credentials credentials) throws SQLException {
        prepare(credentials);
        source.setSslMode(settings.tls().mode().name());
        if (trustStore.isPresent()) {
            source.setTrustCertificateKeyStoreType("PKCS12");
            source.setTrustCertificateKeyStoreUrl(trustStore.get().url());
            source.setTrustCertificateKeyStorePassword(trustStore.get().password());
            source.setFallbackToSystemTrustStore(false);
        }
    }

    private synchronized void prepare(Credentials credentials) {
        if (prepared) {
            return;
        }
        TlsSettings wanted = settings.tls();
        if (wanted.mode().verifies()) {
            trustStore = wanted.caCertificates().map(this::trustStore);
        }
        prepared = true;
        if (wanted.mode() == TlsSettings.Mode.REQUIRED) {
            context.event(settings.subject() + ": the certificate of server " + settings.address() + " is not verified"
                    + danger(credentials) + "; " + remedy(wanted));
        }
    }

    /** A token goes to the server as it is. */
    private static String danger(Credentials credentials) {
        return credentials.goodUntil().isEmpty()
                ? ""
                : ", and every login hands it a token: WHOEVER ANSWERS IN ITS PLACE CAN LOG IN with that token as user '"
                        + credentials.user() + "' until it expires";
    }

    private static String remedy(TlsSettings wanted) {
        return wanted.caCertificates().isEmpty()
                ? "name its CA in ca_cert"
                : "ssl_mode 'required' ignores ca_cert: use verify-ca";
    }

    private TrustStore trustStore(Path file) {
        return TrustStore.write(new PemBundle(settings.subject(), file).certificates(), context.privateDirectory());
    }
}
