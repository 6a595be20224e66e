package io.lava4j.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A free port of 127.0.0.1; when another program takes it before the server does, the start is tried again. */
final class FreePort {
    private static final int ATTEMPTS = 3;

    private FreePort() {}

    /** Starts a server. */
    interface Start<T> {
        T on(int port) throws PortTaken;
    }

    static <T> T use(Start<T> start) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return start.on(find());
            } catch (PortTaken e) {
                // Rare, and another port is likely to be free.
            }
        }
        try {
            return start.on(find());
        } catch (PortTaken e) {
            throw new SandboxException(e.getMessage() + ", " + ATTEMPTS + " times", e);
        }
    }

    private static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(Sandbox.HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new SandboxException("No port of " + Sandbox.HOST + " is free", e);
        }
    }
}
