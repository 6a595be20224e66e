package io.lava4j.distribution.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What stands before the body of a request or an answer; every connection is for one of them. */
record HttpHead(String text) {

    private static final Pattern CONNECTION = Pattern.compile("(?im)^Connection:.*\\r\\n");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length:.*\\r\\n");

    static HttpHead read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new EOFException();
            }
            text.append((char) one);
        }
        return new HttpHead(CONNECTION.matcher(text).replaceAll(""));
    }

    /** With an end of the connection. */
    byte[] bytes() {
        return (text.substring(0, text.length() - 2) + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    HttpHead withLength(int length) {
        return new HttpHead(LENGTH.matcher(text).replaceAll("Content-Length: " + length + "\r\n"));
    }

    String bucket() {
        return path()[1];
    }

    boolean readsAnObject() {
        return text.startsWith("GET ") && path().length > 2 && !path()[2].isEmpty();
    }

    boolean isGood() {
        return text.startsWith("HTTP/1.1 20");
    }

    private String[] path() {
        return text.split(" ", 3)[1].split("\\?", 2)[0].split("/", 3);
    }
}
