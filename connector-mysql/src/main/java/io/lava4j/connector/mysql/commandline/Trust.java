package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.PemBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificate authorities that a connection trusts: those of its {@code ca_cert}, else the Java runtime's. */
final class Trust {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final X509ExtendedTrustManager manager;

    private Trust(X509ExtendedTrustManager manager) {
        this.manager = manager;
    }

    static Trust of(ConnectionSettings settings) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(keys(settings));
            return new Trust(Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java runtime verifies certificates", impossible);
        }
    }

    /** Verifies chains and names. */
    X509ExtendedTrustManager manager() {
        return manager;
    }

    /** All of them, as clients read them: a file of the user's may hold what a client stumbles over. */
    byte[] pem() {
        return Stream.of(manager.getAcceptedIssuers())
                .map(Trust::pem)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Null stands for the runtime's own. */
    private static KeyStore keys(ConnectionSettings settings) throws GeneralSecurityException, IOException {
        if (settings.tls().caCertificates().isEmpty()) {
            return null;
        }
        List<Certificate> certificates = new PemBundle(
                        settings.subject(), settings.tls().caCertificates().get())
                .certificates();
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        for (Certificate certificate : certificates) {
            keys.setCertificateEntry("ca-" + keys.size(), certificate);
        }
        return keys;
    }

    private static String pem(Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it was decoded from this", impossible);
        }
    }
}
