package io.lava4j.connector.mysql.commandline;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whether a client of MariaDB's has the plugin that sends a token. No option tells where it looks for plugins, so it is asked
 * to log in, with nothing, to a server of ours that wants that plugin; a client that lacks it says so in its answer.
 */
final class ClearPasswordPlugin {

    private static final int LIMIT_MILLIS = 10_000;
    private static final int MOST_BYTES = 255;
    private static final int HEADER = 4;
    private static final byte UTF8MB4 = 45;
    private static final String NAME = "mysql_clear_password";

    private final Client client;

    ClearPasswordPlugin(Client client) {
        this.client = client;
    }

    boolean isThere() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(LIMIT_MILLIS);
            Process process = start(server.getLocalPort());
            try (Socket asked = server.accept()) {
                asked.setSoTimeout(LIMIT_MILLIS);
                asked.getOutputStream().write(greeting());
                return packet(asked.getInputStream()).contains(NAME);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        client.program().toString(),
                        "--no-defaults",
                        "--protocol=tcp",
                        "--host=" + InetAddress.getLoopbackAddress().getHostAddress(),
                        "--port=" + port,
                        "--user=nobody",
                        "--password=",
                        "--skip-ssl",
                        "--connect-timeout=10",
                        "--execute=")
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A packet of protocol 10, with capabilities for plugins and none for TLS. */
    private static byte[] greeting() {
        byte[] version = {10, '8', '.', '0', '.', '0', 0};
        byte[] threadAndSalt = {1, 0, 0, 0, '1', '2', '3', '4', '5', '6', '7', '8', 0};
        byte[] capabilities = {0, (byte) 0x82, UTF8MB4, 2, 0, 8, 0, 21};
        byte[] reserved = new byte[10];
        byte[] saltAndPlugin = ("abcdefghijkl\0" + NAME + '\0').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer packet = ByteBuffer.allocate(MOST_BYTES);
        packet.position(HEADER);
        packet.put(version).put(threadAndSalt).put(capabilities).put(reserved).put(saltAndPlugin);
        packet.put(0, (byte) (packet.position() - HEADER));
        return Arrays.copyOf(packet.array(), packet.position());
    }

    private static String packet(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        int length = header.length < HEADER ? 0 : Byte.toUnsignedInt(header[0]) + (Byte.toUnsignedInt(header[1]) << 8);
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
