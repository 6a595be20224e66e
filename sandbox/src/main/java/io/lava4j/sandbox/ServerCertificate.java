package io.lava4j.sandbox;

import java.util.List;

/** What a database server shows in a TLS handshake; all certificates come from the sandbox's one CA. */
public enum ServerCertificate {
    /** Good for localhost and 127.0.0.1. */
    LOCALHOST("-ext", "san=dns:localhost,ip:127.0.0.1"),
    /** Good for another host's name only, so that a check of the name fails. */
    ELSEWHERE("-ext", "san=dns:elsewhere.example"),
    /** Good for localhost and 127.0.0.1, until some days ago. */
    EXPIRED("-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate", "-3660d"),
    /** No certificate: the server offers no TLS. */
    NONE();

    private final List<String> options;

    ServerCertificate(String... options) {
        this.options = List.of(options);
    }

    /** What keytool is told of it. */
    List<String> options() {
        return options;
    }

    String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
