package io.lava4j.sandbox.rogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request to a rogue server, to be answered byte by byte.
 *
 * @param head request line and headers
 * @param out where the answer goes
 * @param endpoint the server's own address
 */
record RogueRequest(String head, OutputStream out, String endpoint) {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    static RogueRequest read(Socket client, Loot loot) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("The client has gone");
            }
            head.append((char) one);
        }
        Matcher length = LENGTH.matcher(head);
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        loot.add(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        return new RogueRequest(head.toString(), client.getOutputStream(), "http://127.0.0.1:" + client.getLocalPort());
    }

    /** Whether a list of objects is asked for. */
    boolean isList() {
        return head.startsWith("GET ") && head.contains("list-type=2");
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A status line and headers; the body follows until the connection ends. */
    void begin(String status, String... headers) throws IOException {
        raw("HTTP/1.1 " + status + "\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    /** An answer with a body of a known length. */
    void answer(String status, String body, String... headers) throws IOException {
        var all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        begin(status, all);
        raw(head.startsWith("HEAD ") ? "" : body);
    }

    /** The same again and again, many at once. */
    void endlessly(String text) throws IOException {
        String many = text.repeat(Math.max(1, (64 << 10) / text.length()));
        while (true) {
            raw(many);
        }
    }

    /** A page of a list. */
    void page(String next, String... objects) throws IOException {
        answer(
                "200 OK",
                "<?xml version=\"1.0\"?><ListBucketResult><Name>b</Name><EncodingType>url</EncodingType><IsTruncated>"
                        + !next.isEmpty() + "</IsTruncated>"
                        + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>")
                        + String.join("", objects) + "</ListBucketResult>",
                "Content-Type: application/xml");
    }

    static String object(String key, String size) {
        return "<Contents><Key>" + key + "</Key><ETag>\"e\"</ETag><Size>" + size + "</Size></Contents>";
    }
}
