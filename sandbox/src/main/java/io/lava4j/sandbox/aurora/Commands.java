package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.OutputStream;

/** Carries what the client says to the server: statements when they were judged, everything else as it comes. */
final class Commands {
    private static final int QUERY = 0x03;
    private static final int CHANGE_USER = 0x11;
    private static final int PREPARE = 0x16;
    private static final int LAST_SEQUENCE = 255;

    private final PacketStream in;
    private final OutputStream server;
    private final Conversation conversation;
    private boolean continued;

    Commands(PacketStream in, OutputStream server, Conversation conversation) {
        this.in = in;
        this.server = server;
        this.conversation = conversation;
    }

    /** What has come, and at least one packet; false when the client has ended. */
    boolean carry() throws IOException {
        do {
            if (!in.next()) {
                return false;
            }
            boolean command = in.sequence() == 0 && !continued && in.length() > 0;
            // Packets are numbered within a command; the file of a LOAD DATA LOCAL may have so many that 0 comes again.
            continued = in.sequence() == LAST_SEQUENCE && in.length() > 0;
            if (!command || in.length() == Packet.LONGEST || !judged(in.first())) {
                in.pass(server);
            } else {
                in.skip();
            }
        } while (in.holds());
        return true;
    }

    private boolean judged(int command) throws IOException {
        return switch (command) {
            case QUERY -> conversation.judge(in.payload());
            case PREPARE -> conversation.prepare(in.payload());
            case CHANGE_USER -> conversation.changeUser(in.payload());
            default -> false;
        };
    }
}
