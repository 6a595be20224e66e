package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.commandline.Deadline;
import io.lava4j.connector.mysql.commandline.Greeting;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * What a server says before anybody has proved who they are: its greeting, its certificate, and how it wants a user to log
 * in. Ends there; nothing secret is sent.
 */
final class Conversation implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;
    private static final Duration IN_ALL = Duration.ofSeconds(30);
    private static final int PROTOCOL_41 = 0x200;
    private static final int SSL = 0x800;
    private static final int SECURE_CONNECTION = 0x8000;
    private static final int PLUGIN_AUTH = 0x80000;
    private static final int FIXED_BYTES = 32;
    private static final byte UTF8MB4 = 45;
    private static final int SWITCH = 0xfe;
    private static final int MOST_BYTES = 4096;

    /** No server has it: so each says which one it wants. */
    private static final String NO_PLUGIN = "lava_check";

    private final Greeting greeting;
    private final Deadline deadline;
    private Socket socket;
    private boolean secure;

    private Conversation(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.greeting = Greeting.read(new DataInputStream(socket.getInputStream()));
    }

    static Conversation begin(InetSocketAddress address) throws IOException {
        // A channel's, as an interrupt ends what that waits for.
        Socket socket = SocketChannel.open().socket();
        Deadline deadline = Deadline.of(socket, IN_ALL);
        try {
            socket.connect(address, LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            return new Conversation(socket, deadline);
        } catch (IOException | RuntimeException failed) {
            deadline.cancel();
            socket.close();
            throw failed;
        }
    }

    Greeting greeting() {
        return greeting;
    }

    /** Goes on in TLS; the certificate is for the context to look at. */
    SSLSession secure(SSLContext context, String host, int port) throws IOException {
        Greeting.requestTls(socket.getOutputStream());
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = tls.getSSLParameters();
        // Heard of by the check of a name alone.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
        secure = true;
        return tls.getSession();
    }

    /** The plugin that the server asks a user for; empty when it answers otherwise. */
    Optional<String> plugin(String user) throws IOException {
        send(user.getBytes(StandardCharsets.UTF_8));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[Math.min(MOST_BYTES, Integer.reverseBytes(in.readInt()) & 0xffffff)];
        if (in.readNBytes(answer, 0, answer.length) < answer.length) {
            throw new EOFException();
        }
        if (answer.length < 2 || Byte.toUnsignedInt(answer[0]) != SWITCH) {
            return Optional.empty();
        }
        String rest = new String(answer, 1, answer.length - 1, StandardCharsets.ISO_8859_1);
        return Optional.of(rest.substring(0, Math.max(0, rest.indexOf('\0')))).filter(name -> name.matches("\\w+"));
    }

    private void send(byte[] user) throws IOException {
        byte[] plugin = NO_PLUGIN.getBytes(StandardCharsets.US_ASCII);
        int length = FIXED_BYTES + user.length + 1 + 1 + plugin.length + 1;
        ByteBuffer response = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
        response.putInt(0, length).put(3, (byte) (secure ? 2 : 1));
        response.putInt(4, PROTOCOL_41 | SECURE_CONNECTION | PLUGIN_AUTH | (secure ? SSL : 0));
        response.putInt(8, 1 << 24);
        response.put(12, UTF8MB4);
        // Behind the user's name no answer of a length of 0, and the plugin that would have made it.
        response.position(4 + FIXED_BYTES).put(user).put((byte) 0).put((byte) 0).put(plugin);
        OutputStream out = socket.getOutputStream();
        out.write(response.array());
        out.flush();
    }

    @Override
    public void close() {
        deadline.cancel();
        try {
            socket.close();
        } catch (IOException gone) {
            // Nothing was wanted of it any more.
        }
    }
}
