package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.core.error.ConfigurationException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * What a client must be told to demand of TLS what the driver demands. Of MariaDB's, {@code ssl} alone goes on in plain text
 * when the server offers no TLS: a certificate to verify, or a fingerprint, stops it.
 */
final class ClientTls {

    private final ConnectionSettings settings;
    private final Client client;
    private final InstalledFiles files;
    private final ServerHandshake handshake;

    ClientTls(ConnectionSettings settings, Client client, InstalledFiles files) {
        this.settings = settings;
        this.client = client;
        this.files = files;
        this.handshake = new ServerHandshake(settings);
    }

    /** Asks the server where a client must know it, and writes the file of certificates that the options name. */
    Consumer<OptionFile> options() {
        return switch (settings.tls().mode()) {
            case PREFERRED -> preferred();
            case REQUIRED -> required();
            case VERIFY_CA -> verifyCa();
            case VERIFY_IDENTITY -> verifyIdentity();
        };
    }

    private Consumer<OptionFile> preferred() {
        return client.isMariaDbFrom114() ? file -> file.set("skip-ssl-verify-server-cert") : file -> {};
    }

    private Consumer<OptionFile> required() {
        if (!client.isMariaDb()) {
            return file -> file.set("ssl-mode=REQUIRED");
        }
        if (client.isMariaDbFrom114()) {
            return fingerprint(handshake.anyCertificate());
        }
        throw new ConfigurationException(
                settings.subject() + ": " + client + " cannot require TLS without verifying the"
                        + " server: it would go on in plain text with one that offers no TLS; name the server's CA in ca_cert,"
                        + " or install MySQL's client, or MariaDB's from 11.4 on");
    }

    private Consumer<OptionFile> verifyCa() {
        Trust trust = Trust.of(settings);
        if (!client.isMariaDb()) {
            return certificates(trust).andThen(file -> file.set("ssl-mode=VERIFY_CA"));
        }
        if (client.isMariaDbFrom114()) {
            return fingerprint(handshake.certificateOf(trust));
        }
        handshake.requireIdentity(
                trust,
                client + " cannot verify a certificate without the name in it: use that name, or install MySQL's"
                        + " client, or MariaDB's from 11.4 on");
        return certificates(trust).andThen(file -> file.set("ssl-verify-server-cert"));
    }

    private Consumer<OptionFile> verifyIdentity() {
        Trust trust = Trust.of(settings);
        if (!client.isMariaDb()) {
            return certificates(trust).andThen(file -> file.set("ssl-mode=VERIFY_IDENTITY"));
        }
        // MariaDB's client does not look at the name of a server on its own machine: the end of a tunnel, perhaps.
        handshake.requireIdentity(trust, "use the name in the certificate, or ssl_mode verify-ca");
        return certificates(trust).andThen(file -> file.set("ssl-verify-server-cert"));
    }

    private Consumer<OptionFile> certificates(Trust trust) {
        files.writeCertificates(trust.pem());
        return file -> file.set("ssl-ca", "ca_cert", files.certificates().toString());
    }

    private static Consumer<OptionFile> fingerprint(Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            String text = HexFormat.of().withUpperCase().formatHex(digest);
            return file -> file.set("ssl-fp=" + text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
