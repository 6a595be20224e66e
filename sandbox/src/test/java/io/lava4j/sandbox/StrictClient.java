package io.lava4j.sandbox;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;

/** A client that trusts nothing but the CA file that the sandbox names. */
record StrictClient(Database database, Path trustStore) {
    private static final String STORE_PASSWORD = "changeit";

    static StrictClient of(Database database, Path caFile, Path folder) throws IOException, GeneralSecurityException {
        Path trustStore = folder.resolve("trust.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(caFile);
                var out = Files.newOutputStream(trustStore)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            store.store(out, STORE_PASSWORD.toCharArray());
        }
        return new StrictClient(database, trustStore);
    }

    Connection connect(String host, String sslMode) throws SQLException {
        var source = new MysqlDataSource();
        source.setServerName(host);
        source.setPort(database.port());
        source.setDatabaseName(database.name());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setSslMode(sslMode);
        source.setTrustCertificateKeyStoreUrl(trustStore.toUri().toString());
        source.setTrustCertificateKeyStoreType("PKCS12");
        source.setTrustCertificateKeyStorePassword(STORE_PASSWORD);
        return source.getConnection();
    }
}
