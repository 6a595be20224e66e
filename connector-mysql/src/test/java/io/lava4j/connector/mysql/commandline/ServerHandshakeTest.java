package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class ServerHandshakeTest {

    private final Map<String, Object> spec =
            new HashMap<>(Map.of("host", "127.0.0.1", "port", 1, "database", "d", "ssl", true));

    @Test
    void aServerWithoutTlsIsToldAsTheDriverTellsIt(Sandbox sandbox) {
        DatabaseServer server = sandbox.mysql(ServerOptions.standard().with(ServerCertificate.NONE));

        assertEquals(
                "connection 'test': server 127.0.0.1:" + server.port()
                        + " offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false",
                fault(ConfigurationException.class, server.port()));
    }

    @Test
    void aServerThatTakesNoOtherTlsThan13ShowsTheSameCertificate(Sandbox sandbox) {
        DatabaseServer newest = sandbox.mysql(ServerOptions.standard().with("--tls-version=TLSv1.3"));
        DatabaseServer usual = sandbox.mysql();

        assertEquals(certificate(usual), certificate(newest));
    }

    @Test
    void aCertificateOfNobodyTrustedIsToldWithTheCa(Sandbox sandbox) {
        DatabaseServer server = sandbox.mariadb();
        spec.put("port", server.port());
        spec.put("ssl_mode", "verify-ca");
        ConnectionSettings settings = settings();

        String message = assertThrows(ConfigurationException.class, () -> new ServerHandshake(settings)
                        .certificateOf(Trust.of(settings), InetAddress.getLoopbackAddress()))
                .getMessage();

        assertTrue(
                message.startsWith("connection 'test': server 127.0.0.1:" + server.port()
                        + " shows a certificate that no CA of the Java runtime's trust store has signed ("),
                message);
    }

    @Test
    void nobodyThereIsToldAsTheDriverTellsIt() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            port = closedAtOnce.getLocalPort();
        }

        assertEquals(
                "connection 'test': server 127.0.0.1:" + port
                        + " cannot be reached: the connection is refused; check host"
                        + " and port, and that the server runs",
                fault(JobFailedException.class, port));
    }

    @Test
    void anErrorInPlaceOfAGreetingIsShown() throws IOException {
        String packet = "\u0017\0\0\0\u00ff\u0010\u0004Too many connections";

        assertEquals(
                "refuses the connection: Too many connections; ask who runs it",
                answered(JobFailedException.class, packet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "\0\0\0\0"})
    void whatIsNoServerOfThisProtocolIsToldSo(String packet) throws IOException {
        assertEquals(
                "cannot be reached: what answers is no MySQL server; check host and port, and that the server runs",
                answered(JobFailedException.class, packet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0020\0\0\0\n8.0"})
    void aConnectionThatEndsInTheGreetingIsLost(String packet) throws IOException {
        assertEquals(
                "cannot be reached: the connection was lost; check host and port, and that the server runs",
                answered(JobFailedException.class, packet));
    }

    @Test
    void aGreetingThatEndsBeforeItsFlagsOffersNoTls() throws IOException {
        assertTrue(
                answered(ConfigurationException.class, "\u0008\0\0\0\n8.0.31\0").startsWith("offers no TLS"));
    }

    @Test
    void anErrorWithoutATextIsShown() throws IOException {
        assertEquals("refuses the connection: ; ask who runs it", answered(JobFailedException.class, "\1\0\0\0\u00ff"));
    }

    @Test
    void whatAnErrorHoldsDoesNotControlTheTerminal() throws IOException {
        assertEquals(
                "refuses the connection:  [2Jall is well lava: done; ask who runs it",
                answered(JobFailedException.class, "\u001e\0\0\0\u00ff\u0010\u0004\033[2Jall is well\r\nlava: done"));
    }

    /** Each byte comes within the limit on silence. */
    @Test
    void aServerThatTricklesIsLeftInTheEnd() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            spec.put("port", server.getLocalPort());
            CompletableFuture<Void> trickle = CompletableFuture.runAsync(() -> trickle(server));
            ServerHandshake handshake = new ServerHandshake(settings(), Duration.ofMillis(100));

            String message = assertThrows(
                            JobFailedException.class, () -> handshake.anyCertificate(InetAddress.getLoopbackAddress()))
                    .getMessage();

            trickle.join();
            assertEquals(
                    "connection 'test': server 127.0.0.1:" + server.getLocalPort() + " cannot be reached: its answer"
                            + " does not come to an end; check host and port, and that the server runs",
                    message);
        }
    }

    /** A greeting of 4,000 bytes, of which the first come at once and the others never. */
    private static void trickle(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(new byte[] {(byte) 0xa0, 15, 0, 0, 10});
            while (client.getInputStream().read() >= 0) {
                client.getOutputStream().write('8');
            }
        } catch (IOException gone) {
            // The other side has had enough.
        }
    }

    private Certificate certificate(DatabaseServer server) {
        spec.put("port", server.port());
        return new ServerHandshake(settings()).anyCertificate(InetAddress.getLoopbackAddress());
    }

    /** The server waits for as long as it lasts: a limit would end it with another message. */
    @Test
    void anInterruptEndsIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread asking = Thread.currentThread();
            CompletableFuture<Socket> asked = CompletableFuture.supplyAsync(() -> accepted(silent));
            CompletableFuture<Void> interrupted = asked.thenRun(asking::interrupt);

            String message = fault(CancelledException.class, silent.getLocalPort());

            interrupted.join();
            assertTrue(Thread.interrupted());
            asked.join().close();
            assertEquals(
                    "connection 'test': server 127.0.0.1:" + silent.getLocalPort()
                            + " was not asked for its certificate: interrupted",
                    message);
        }
    }

    private static Socket accepted(ServerSocket server) {
        try {
            return server.accept();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is said of a server that sends this and no more. */
    private String answered(Class<? extends LavaException> kind, String packet) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    out.write(packet.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException over) {
                    // The other side has gone.
                }
            });
            String message = fault(kind, server.getLocalPort());
            answer.join();
            return message.replaceFirst("connection 'test': server 127.0.0.1:\\d+ ", "");
        }
    }

    private String fault(Class<? extends LavaException> kind, int port) {
        spec.put("port", port);
        ServerHandshake handshake = new ServerHandshake(settings());
        return assertThrows(kind, () -> handshake.anyCertificate(InetAddress.getLoopbackAddress()))
                .getMessage();
    }

    private ConnectionSettings settings() {
        return ConnectionSettings.of(
                new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> ""));
    }
}
