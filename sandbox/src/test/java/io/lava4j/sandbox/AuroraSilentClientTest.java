package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A client that falls silent while it logs in is dropped after a while, as MySQL does it. */
@ExtendWith(SandboxExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class AuroraSilentClientTest {
    private static final int LIMIT_MILLISECONDS = 300_000;
    private static final int PROTOCOL_41 = 1 << 9;
    private static final int TLS = 1 << 11;
    private static final int SECURE_CONNECTION = 1 << 15;
    private static final int PLUGIN_AUTHENTICATION = 1 << 19;
    private static final int SWITCH = 0xfe;

    private final List<Socket> sockets = new ArrayList<>();
    private AuroraServer aurora;

    @BeforeEach
    void start(Sandbox sandbox) {
        aurora = sandbox.aurora();
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void whereverItFallsSilent() throws IOException {
        Map<String, Socket> silent = Map.of(
                "at MySQL", greeted(aurora.behind().port()),
                "after the greeting", greeted(aurora.port()),
                "before TLS", beforeTls(),
                "within TLS", withinTls(),
                "when it is asked for its token", askedForAToken());

        silent.forEach((where, socket) ->
                assertDoesNotThrow(() -> socket.getInputStream().readAllBytes(), where));
    }

    private Socket greeted(int port) throws IOException {
        var socket = new Socket(aurora.host(), port);
        sockets.add(socket);
        socket.setSoTimeout(LIMIT_MILLISECONDS);
        packet(socket.getInputStream());
        return socket;
    }

    private Socket beforeTls() throws IOException {
        Socket socket = greeted(aurora.port());
        write(socket.getOutputStream(), 1, head(PROTOCOL_41 | TLS | SECURE_CONNECTION | PLUGIN_AUTHENTICATION));
        return socket;
    }

    private Socket withinTls() throws IOException {
        Socket socket = beforeTls();
        tls(socket);
        return socket;
    }

    private Socket askedForAToken() throws IOException {
        byte[] user = (aurora.newIamUser(aurora.newDatabase()) + "\0\0mysql_clear_password\0")
                .getBytes(StandardCharsets.US_ASCII);
        Socket socket = beforeTls();
        SSLSocket tls = tls(socket);
        byte[] head = head(PROTOCOL_41 | TLS | SECURE_CONNECTION | PLUGIN_AUTHENTICATION);
        byte[] response = Arrays.copyOf(head, head.length + user.length);
        System.arraycopy(user, 0, response, head.length, user.length);
        write(tls.getOutputStream(), 2, response);
        assertEquals(SWITCH, packet(tls.getInputStream())[0] & 0xff);
        return socket;
    }

    /** The first socket is the one to look at: what ends is the TCP connection. */
    private static SSLSocket tls(Socket socket) throws IOException {
        var context = new Tls(Certificates.in(Home.find())).trusting();
        var tls = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), false);
        tls.startHandshake();
        return tls;
    }

    /** Capabilities, and zeros for the longest packet, the character set and what is reserved. */
    private static byte[] head(int capabilities) {
        byte[] head = new byte[32];
        for (int at = 0; at < 4; at++) {
            head[at] = (byte) (capabilities >> 8 * at);
        }
        return head;
    }

    private static void write(OutputStream out, int sequence, byte[] payload) throws IOException {
        byte[] packet = new byte[4 + payload.length];
        packet[0] = (byte) payload.length;
        packet[3] = (byte) sequence;
        System.arraycopy(payload, 0, packet, 4, payload.length);
        out.write(packet);
        out.flush();
    }

    private static byte[] packet(InputStream in) throws IOException {
        byte[] header = in.readNBytes(4);
        return in.readNBytes(header[0] & 0xff | (header[1] & 0xff) << 8);
    }
}
