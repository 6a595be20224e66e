package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of certificates in PEM. Read one by one between their marks: MySQL's own ca.pem ends in a NUL byte, over which
 * Java's reader of whole files loses all that follows.
 */
public final class PemBundle {

    private static final Pattern CERTIFICATE = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    /** All of the world's certification authorities together take a twentieth of it. */
    private static final int LARGEST = 4 << 20;

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----");

    private final String subject;
    private final Path file;

    /** The file that {@code ca_cert} names; not read yet. */
    public PemBundle(String subject, Path file) {
        this.subject = subject;
        this.file = file;
    }

    /** The certificates in it, one at least, as {@link TrustStore} stores them. */
    public KeyStore keyStore() {
        List<Certificate> certificates = certificates();
        try {
            KeyStore keys = KeyStore.getInstance(TrustStore.TYPE);
            keys.load(null, null);
            for (Certificate certificate : certificates) {
                keys.setCertificateEntry("ca-" + keys.size(), certificate);
            }
            return keys;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java runtime has JKS", impossible);
        }
    }

    private List<Certificate> certificates() {
        String text = text();
        List<Certificate> found =
                CERTIFICATE.matcher(text).results().map(this::certificate).toList();
        if (found.isEmpty() || found.size() < BEGIN.matcher(text).results().count()) {
            throw fault("is not PEM: certificates between BEGIN CERTIFICATE and END CERTIFICATE were expected", null);
        }
        return found;
    }

    private String text() {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw fault("is larger than " + LARGEST + " bytes; is it a file of CA certificates?", null);
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw fault("cannot be read (" + unreadable + ")", unreadable);
        }
    }

    private Certificate certificate(MatchResult match) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(match.group(1));
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | IllegalArgumentException broken) {
            throw fault("holds a certificate that cannot be decoded (" + broken.getMessage() + ")", broken);
        }
    }

    private ConfigurationException fault(String what, Exception cause) {
        return new ConfigurationException(subject + ": ca_cert '" + file + "' " + what, cause);
    }
}
