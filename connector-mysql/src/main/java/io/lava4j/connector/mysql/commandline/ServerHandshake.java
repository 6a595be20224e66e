package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.commandline.FirstSight.SeenException;
import io.lava4j.connector.mysql.commandline.FirstSight.WrongNameException;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.ServerFaults;
import io.lava4j.connector.mysql.session.ServerText;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * A TLS handshake with the server, inside its protocol, that goes no further than its certificate: nobody logs in, nothing secret
 * is sent. Whoever goes on with that certificate makes the server prove that it is its own.
 */
final class ServerHandshake {

    private static final int LIMIT_MILLIS = 10_000;
    private static final Duration IN_ALL = Duration.ofSeconds(30);

    /** Here a server shows its certificate before any keys are agreed on, which a Java that has just started does slowly. */
    private static final String FIRST = "TLSv1.2";

    private final ConnectionSettings settings;
    private final ServerFaults faults;
    private final Duration inAll;

    ServerHandshake(ConnectionSettings settings) {
        this(settings, IN_ALL);
    }

    /** @param inAll how long it may take, however much the server has to say */
    ServerHandshake(ConnectionSettings settings, Duration inAll) {
        this.settings = settings;
        this.inAll = inAll;
        this.faults = new ServerFaults(settings);
    }

    /** Where the server's name leads now; several where several machines answer to it. */
    List<InetAddress> addresses() {
        try {
            return List.of(InetAddress.getAllByName(settings.address().plainHost()));
        } catch (UnknownHostException unknown) {
            throw new JobFailedException(faults.silence(unknown), unknown);
        }
    }

    /** The certificate that the server shows at one of its addresses, whoever signed it. */
    Certificate anyCertificate(InetAddress address) {
        return certificate(address, FirstSight.anything(), Optional.empty());
    }

    /** The certificate that the server shows at one of its addresses, after its chain was verified. */
    Certificate certificateOf(Trust trust, InetAddress address) {
        return certificate(address, FirstSight.chain(trust.manager()), Optional.empty());
    }

    /** Verifies chain and name; the remedy is for a name that does not fit. */
    void requireIdentity(Trust trust, String remedy) {
        certificate(addresses().get(0), FirstSight.identity(trust.manager()), Optional.of(remedy));
    }

    private Certificate certificate(InetAddress address, FirstSight.Check check, Optional<String> remedyForName) {
        try {
            return certificate(address, check, FIRST);
        } catch (SSLException refused) {
            if (causedBy(CertificateException.class, refused).isPresent()) {
                throw translate(refused, remedyForName);
            }
        }
        try {
            return certificate(address, check);
        } catch (SSLException refused) {
            throw translate(refused, remedyForName);
        }
    }

    /** @param protocols all that this Java takes, if there are none */
    private Certificate certificate(InetAddress address, FirstSight.Check check, String... protocols)
            throws SSLException {
        // A channel's, as an interrupt ends what that waits for.
        try (Socket socket = SocketChannel.open().socket()) {
            Deadline deadline = Deadline.of(socket, inAll);
            try {
                socket.connect(new InetSocketAddress(address, settings.address().port()), LIMIT_MILLIS);
                socket.setSoTimeout(LIMIT_MILLIS);
                begin(socket);
                return seen(socket, check, protocols);
            } finally {
                deadline.cancel();
            }
        } catch (ClosedByInterruptException stopped) {
            throw new CancelledException(faults.at("was not asked for its certificate: interrupted"), stopped);
        } catch (SSLException refused) {
            throw refused;
        } catch (IOException failed) {
            throw new JobFailedException(faults.silence(failed), failed);
        }
    }

    private void begin(Socket socket) throws IOException {
        Greeting greeting = Greeting.read(new DataInputStream(socket.getInputStream()));
        if (greeting.isError()) {
            throw new JobFailedException(
                    faults.at("refuses the connection: " + ServerText.of(greeting.errorText()) + "; ask who runs it"));
        }
        if (!greeting.offersTls()) {
            throw faults.noTls(null);
        }
        Greeting.requestTls(socket.getOutputStream());
    }

    private Certificate seen(Socket socket, FirstSight.Check check, String... protocols) throws IOException {
        try (SSLSocket tls = (SSLSocket) context(check)
                .getSocketFactory()
                .createSocket(
                        socket,
                        settings.address().plainHost(),
                        settings.address().port(),
                        true)) {
            SSLParameters parameters = tls.getSSLParameters();
            // Heard of by the check of a name alone.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (protocols.length > 0) {
                parameters.setProtocols(protocols);
            }
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            throw new SSLException("the server shows no certificate");
        } catch (SSLException ended) {
            return causedBy(SeenException.class, ended)
                    .map(SeenException::certificate)
                    .orElseThrow(() -> ended);
        }
    }

    private static SSLContext context(FirstSight.Check check) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new FirstSight(check)}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has TLS", impossible);
        }
    }

    private ConfigurationException translate(SSLException refused, Optional<String> remedyForName) {
        if (causedBy(WrongNameException.class, refused).isPresent()) {
            return faults.otherName(remedyForName.orElseThrow(), refused);
        }
        if (causedBy(CertificateException.class, refused).isPresent()) {
            return faults.unknownCa(refused);
        }
        return faults.noCommonTls(refused);
    }

    private static <E extends Throwable> Optional<E> causedBy(Class<E> kind, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
