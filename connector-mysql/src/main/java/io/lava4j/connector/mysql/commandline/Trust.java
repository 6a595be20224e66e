package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.PemBundle;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificate authorities that a connection trusts: those of its {@code ca_cert}, else the Java runtime's. */
public final class Trust {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final X509ExtendedTrustManager manager;

    private Trust(X509ExtendedTrustManager manager) {
        this.manager = manager;
    }

    /** Those of a connection; a fault of its {@code ca_cert} is an error. */
    public static Trust of(ConnectionSettings settings) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            // Null stands for the runtime's own.
            factory.init(settings.tls()
                    .caCertificates()
                    .map(file -> new PemBundle(settings.subject(), file).keyStore())
                    .orElse(null));
            return new Trust(Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime verifies certificates", impossible);
        }
    }

    /** Verifies chains and names. */
    public X509ExtendedTrustManager manager() {
        return manager;
    }

    /** All of them, as clients read them: a file of the user's may hold what a client stumbles over. */
    byte[] pem() {
        return Stream.of(manager.getAcceptedIssuers())
                .map(Trust::pem)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
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
