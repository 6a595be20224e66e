package io.lava4j.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a variant of a database server differs from the standard one.
 *
 * @param certificate the certificate the server shows, or none
 * @param arguments further options of the server program, such as {@code --local-infile=0}; the last of two equal
 *     options wins, so they may contradict the standard ones
 */
public record ServerOptions(ServerCertificate certificate, List<String> arguments) {
    /** Copies the list. */
    public ServerOptions {
        arguments = List.copyOf(arguments);
    }

    /** TLS with a certificate for localhost and 127.0.0.1, {@code local_infile} on. */
    public static ServerOptions standard() {
        return new ServerOptions(ServerCertificate.LOCALHOST, List.of());
    }

    /** The same with one more option of the server program. */
    public ServerOptions with(String argument) {
        return new ServerOptions(
                certificate,
                Stream.concat(arguments.stream(), Stream.of(argument)).toList());
    }

    /** The same with another certificate, or with none, which is without TLS. */
    public ServerOptions with(ServerCertificate other) {
        return new ServerOptions(other, arguments);
    }
}
