package io.lava4j.distribution.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The answer to one request, under way to the client. */
final class S3Answer {

    private final Socket client;
    private boolean held;

    S3Answer(Socket client) {
        this.client = client;
    }

    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        client.getOutputStream().write(bytes, from, to - from);
        client.getOutputStream().flush();
    }

    void reset() {
        Network.reset(client);
    }

    /** Nothing more is said, and the connection stays. */
    void hold() {
        held = true;
    }

    boolean isHeld() {
        return held;
    }

    void error(int status, String code) throws IOException {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>a fault of the trial</Message></Error>";
        String head = "HTTP/1.1 " + status + " Fault\r\nContent-Type: application/xml\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n";
        write((head + body).getBytes(StandardCharsets.ISO_8859_1));
    }
}
