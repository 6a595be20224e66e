package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host name, IPv4 or IPv6 address
 * @param port TCP port
 */
public record ServerAddress(String host, int port) {

    /** The driver would read more into other characters: several hosts, or properties. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    static ServerAddress of(Spec spec) {
        String host = spec.required("host");
        if (!HOST.matcher(host).matches()) {
            throw new ConfigurationException(spec.subject() + ": host '" + host
                    + "' is not one host name or address; give one, without scheme and port");
        }
        return new ServerAddress(host, spec.port("port").orElseThrow(() -> spec.invalid("/port", "is required")));
    }

    String hostForDriver() {
        return host.indexOf(':') >= 0 && host.charAt(0) != '[' ? "[" + host + "]" : host;
    }

    /** The host without the brackets that an address may have. */
    public String plainHost() {
        return host.replaceAll("^\\[|]$", "");
    }

    /** The address for a person. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
