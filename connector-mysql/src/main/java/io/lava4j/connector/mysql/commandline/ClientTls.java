package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.core.error.ConfigurationException;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client must be told to demand of TLS what the driver demands. Of MariaDB's, {@code ssl} alone goes on in plain text
 * when the server offers no TLS: a certificate to verify, or a fingerprint, stops it.
 */
final class ClientTls {

    private final ConnectionSettings settings;
    private final Client client;
    private final InstalledFiles files;
    private final Surroundings surroundings;
    private final ServerHandshake handshake;

    ClientTls(ConnectionSettings settings, Client client, InstalledFiles files, Surroundings surroundings) {
        this.settings = settings;
        this.client = client;
        this.files = files;
        this.surroundings = surroundings;
        this.handshake = new ServerHandshake(settings);
    }

    /** Asks the server where a client must know it, and writes the files that the options name. */
    TlsOptions options() {
        return switch (settings.tls().mode()) {
            case PREFERRED -> preferred();
            case REQUIRED -> required();
            case VERIFY_CA -> verifyCa();
            case VERIFY_IDENTITY -> verifyIdentity();
        };
    }

    private TlsOptions preferred() {
        if (!client.isMariaDb()) {
            return TlsOptions.of(file -> {});
        }
        files.linkPlugins(new HarmlessPlugins(client).files());
        return TlsOptions.of(file -> {
            file.set("plugin-dir", "ssl", files.plugins().toString());
            if (client.isMariaDbFrom114()) {
                file.set("skip-ssl-verify-server-cert");
            }
        });
    }

    private TlsOptions required() {
        if (!client.isMariaDb()) {
            return TlsOptions.of(file -> file.set("ssl-mode=REQUIRED"));
        }
        if (client.isMariaDbFrom114()) {
            return fingerprints(handshake::anyCertificate);
        }
        throw new ConfigurationException(
                settings.subject() + ": " + client + " cannot require TLS without verifying the"
                        + " server: it would go on in plain text with one that offers no TLS; name the server's CA in ca_cert,"
                        + " or install MySQL's client, or MariaDB's from 11.4 on");
    }

    private TlsOptions verifyCa() {
        Trust trust = Trust.of(settings);
        if (!client.isMariaDb()) {
            return certificates(trust, "ssl-mode=VERIFY_CA");
        }
        if (client.isMariaDbFrom114()) {
            return fingerprints(address -> handshake.certificateOf(trust, address));
        }
        handshake.requireIdentity(
                trust,
                client + " cannot verify a certificate without the name in it: use that name, or install MySQL's"
                        + " client, or MariaDB's from 11.4 on");
        return certificates(trust, "ssl-verify-server-cert");
    }

    private TlsOptions verifyIdentity() {
        Trust trust = Trust.of(settings);
        if (!client.isMariaDb()) {
            return certificates(trust, "ssl-mode=VERIFY_IDENTITY");
        }
        // MariaDB's client does not look at the name of a server on its own machine: the end of a tunnel, perhaps.
        handshake.requireIdentity(trust, "use the name in the certificate, or ssl_mode verify-ca");
        return certificates(trust, "ssl-verify-server-cert");
    }

    private TlsOptions certificates(Trust trust, String option) {
        files.writeCertificates(trust.pem());
        return TlsOptions.of(file ->
                file.set("ssl-ca", "ca_cert", files.certificates().toString()).set(option));
    }

    private TlsOptions fingerprints(Function<InetAddress, Certificate> certificate) {
        ShownCertificates shown = new ShownCertificates(
                surroundings.clock(), surroundings.look(), handshake::addresses, certificate, files::writeFingerprints);
        shown.look();
        return new TlsOptions(
                file -> file.set("ssl-fplist", "ssl", files.fingerprints().toString()), Optional.of(shown));
    }
}
