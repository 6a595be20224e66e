package io.lava4j.sandbox.aurora;

/**
 * What tokens are signed for.
 *
 * @param host in lower case
 */
public record Endpoint(String host, int port, String region) {
    String authority() {
        return host + ":" + port;
    }
}
