package io.lava4j.distribution.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/** What the networks of trials have in common. */
final class Network {

    private Network() {}

    /** What a thread of a network does. */
    interface Work {

        void run() throws IOException;
    }

    /** On a thread that ends when one side has gone, which is what such a network is for. */
    static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                // One side is gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends a connection as a router does that has forgotten it. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // Already.
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Already.
        }
    }

    /** A MySQL server's greeting without one of its capabilities, of those in the second byte. */
    static byte[] without(int capability, DataInputStream in) throws IOException {
        byte[] head = new byte[4];
        in.readFully(head);
        int length = (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
        byte[] packet = new byte[4 + length];
        System.arraycopy(head, 0, packet, 0, 4);
        in.readFully(packet, 4, length);
        if (packet[4] == 10) {
            int end = 5;
            while (packet[end] != 0) {
                end++;
            }
            // Thread, the first part of the scramble and its end, the first byte of the capabilities.
            packet[end + 1 + 4 + 8 + 1 + 1] &= (byte) ~capability;
        }
        return packet;
    }
}
