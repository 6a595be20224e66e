package io.lava4j.connector.mysql.session;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Hands TLS settings to the driver; prepares the trust store at the first use. */
final class DriverTls {

    private final ConnectionSettings settings;
    private final Context context;
    private final UnverifiedServer unverified;
    private Optional<TrustStore> trustStore = Optional.empty();
    private boolean prepared;

    DriverTls(ConnectionSettings settings, Context context, UnverifiedServer unverified) {
        this.settings = settings;
        this.context = context;
        this.unverified = unverified;
    }

    void apply(MysqlDataSource source, Credentials credentials) throws SQLException {
        prepare();
        unverified.tell(credentials);
        source.setSslMode(settings.tls().mode().name());
        if (trustStore.isPresent()) {
            source.setTrustCertificateKeyStoreType(TrustStore.TYPE);
            source.setTrustCertificateKeyStoreUrl(trustStore.get().url());
            source.setTrustCertificateKeyStorePassword(trustStore.get().password());
            source.setFallbackToSystemTrustStore(false);
        }
    }

    private synchronized void prepare() {
        if (prepared) {
            return;
        }
        TlsSettings wanted = settings.tls();
        if (wanted.mode().verifies()) {
            trustStore = wanted.caCertificates().map(this::trustStore);
        }
        prepared = true;
    }

    private TrustStore trustStore(Path file) {
        return TrustStore.write(new PemBundle(settings.subject(), file).keyStore(), context.privateDirectory());
    }
}
