package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.commandline.CertificateCheck.WrongNameException;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.ServerFaults;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A TLS handshake with the server, inside its protocol, that goes no further: nobody logs in, nothing secret is sent. */
final class ServerHandshake {

    private static final int LIMIT_MILLIS = 10_000;

    private final ConnectionSettings settings;
    private final ServerFaults faults;

    ServerHandshake(ConnectionSettings settings) {
        this.settings = settings;
        this.faults = new ServerFaults(settings);
    }

    /** The certificate that the server shows, whoever signed it. */
    Certificate anyCertificate() {
        return certificate(new AnyCertificate(), Optional.empty());
    }

    /** The certificate that the server shows, after its chain was verified. */
    Certificate certificateOf(Trust trust) {
        return certificate(new CertificateCheck(trust.manager(), false), Optional.empty());
    }

    /** Verifies chain and name; the remedy is for a name that does not fit. */
    void requireIdentity(Trust trust, String remedy) {
        certificate(new CertificateCheck(trust.manager(), true), Optional.of(remedy));
    }

    private Certificate certificate(TrustManager check, Optional<String> remedyForName) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            settings.address().plainHost(), settings.address().port()),
                    LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            begin(socket);
            return shaken(socket, check, remedyForName);
        } catch (IOException failed) {
            throw new JobFailedException(faults.silence(failed), failed);
        }
    }

    private void begin(Socket socket) throws IOException {
        Greeting greeting = Greeting.read(new DataInputStream(socket.getInputStream()));
        if (greeting.isError()) {
            throw new JobFailedException(
                    faults.at("refuses the connection: " + greeting.errorText() + "; ask who runs it"));
        }
        if (!greeting.offersTls()) {
            throw faults.noTls(null);
        }
        Greeting.requestTls(socket.getOutputStream());
    }

    private Certificate shaken(Socket socket, TrustManager check, Optional<String> remedyForName) throws IOException {
        try (SSLSocket tls = (SSLSocket) context(check)
                .getSocketFactory()
                .createSocket(
                        socket,
                        settings.address().plainHost(),
                        settings.address().port(),
                        true)) {
            if (remedyForName.isPresent()) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
            }
            tls.startHandshake();
            return tls.getSession().getPeerCertificates()[0];
        } catch (SSLException refused) {
            throw translate(refused, remedyForName);
        }
    }

    private static SSLContext context(TrustManager check) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {check}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has TLS", impossible);
        }
    }

    private ConfigurationException translate(SSLException refused, Optional<String> remedyForName) {
        if (isCausedBy(WrongNameException.class, refused)) {
            return faults.otherName(remedyForName.orElseThrow(), refused);
        }
        if (isCausedBy(CertificateException.class, refused)) {
            return faults.unknownCa(refused);
        }
        return new ConfigurationException(
                faults.at("and this Java runtime find no TLS in common (" + refused.getMessage()
                        + "); enable TLS 1.2 or later at the server"),
                refused);
    }

    private static boolean isCausedBy(Class<? extends Throwable> kind, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
