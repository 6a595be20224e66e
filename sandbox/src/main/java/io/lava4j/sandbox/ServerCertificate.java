package io.lava4j.sandbox;

/** What a database server shows in a TLS handshake; all certificates come from the sandbox's one CA. */
public enum ServerCertificate {
    /** Good for localhost and 127.0.0.1. */
    LOCALHOST("san=dns:localhost,ip:127.0.0.1"),
    /** Good for another host's name only, so that a check of the name fails. */
    ELSEWHERE("san=dns:elsewhere.example"),
    /** No certificate: the server offers no TLS. */
    NONE("");

    private final String extension;

    ServerCertificate(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
