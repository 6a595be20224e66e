package io.lava4j.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of 127.0.0.1. Another program may take one before its server does: the servers then try again. */
final class Ports {
    private Ports() {}

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(Sandbox.HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new SandboxException("No free port on " + Sandbox.HOST, e);
        }
    }
}
