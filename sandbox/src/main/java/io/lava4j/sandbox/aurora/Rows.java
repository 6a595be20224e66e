package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The server's answer to one statement, as text. */
final class Rows {
    private static final int OK = 0x00;
    private static final int END = 0xfe;
    private static final int LOCAL_FILE = 0xfb;

    private final InputStream in;
    private final Capabilities capabilities;

    Rows(InputStream in, Capabilities capabilities) {
        this.in = in;
        this.capabilities = capabilities;
    }

    List<List<String>> read() throws IOException, BackendException {
        Packet first = packet();
        if (first.first() == OK) {
            return List.of();
        }
        if (first.first() == LOCAL_FILE) {
            throw new IOException("A statement of the stand-in's own asked for a file of the client");
        }
        int columns = Math.toIntExact(new Fields(first.payload()).length());
        for (int column = 0; column < columns; column++) {
            packet();
        }
        if (!capabilities.has(Capabilities.DEPRECATE_EOF)) {
            packet();
        }
        return rows(columns);
    }

    private List<List<String>> rows(int columns) throws IOException, BackendException {
        var rows = new ArrayList<List<String>>();
        for (Packet packet = packet(); !isEnd(packet); packet = packet()) {
            rows.add(row(new Fields(packet.payload()), columns));
        }
        return List.copyOf(rows);
    }

    private static List<String> row(Fields fields, int columns) throws IOException {
        var row = new ArrayList<String>();
        for (int column = 0; column < columns; column++) {
            row.add(fields.value().map(value -> SqlText.of(value).sql()).orElse("NULL"));
        }
        return List.copyOf(row);
    }

    /** A row may begin with the same byte, but then its first value alone is longer than any packet. */
    private static boolean isEnd(Packet packet) {
        return packet.first() == END && packet.payload().length < Packet.LONGEST;
    }

    private Packet packet() throws IOException, BackendException {
        Packet packet = Packet.read(in);
        if (packet.first() == Errors.MARK) {
            throw new BackendException(Errors.parse(packet.payload()));
        }
        return packet;
    }
}
