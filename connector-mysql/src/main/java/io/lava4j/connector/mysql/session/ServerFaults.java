package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with a server, or with what the spec says of it, before anyone logs in. */
public final class ServerFaults {

    /** What such a server does, and what to do. */
    public static final String ASKS_FOR_FILE =
            "asks for a file of this machine, which it does not get; whoever runs it means harm: check host and port";

    /** The driver's words, when it may send no files and when it may send those of a directory that is empty. */
    private static final Pattern ASKED_FOR_FILE =
            Pattern.compile("Server asked for stream.*|The file '.*' is not under the safe path .*", Pattern.DOTALL);

    private final ConnectionSettings settings;

    /** Of this server. */
    public ServerFaults(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** It has no TLS, which is demanded. */
    public ConfigurationException noTls(Throwable cause) {
        return new ConfigurationException(
                at("offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false"),
                cause);
    }

    /** Its certificate does not fit its name. */
    public ConfigurationException otherName(Throwable cause) {
        return otherName("use the name in the certificate, or ssl_mode verify-ca", cause);
    }

    /** Its certificate does not fit its name, with a remedy of the caller's. */
    public ConfigurationException otherName(String remedy, Throwable cause) {
        return new ConfigurationException(
                at("shows a certificate for another host name than '"
                        + settings.address().host() + "'; " + remedy),
                cause);
    }

    /** Its certificate comes from nobody whom the spec trusts. */
    public ConfigurationException unknownCa(Throwable cause) {
        return new ConfigurationException(
                at("shows a certificate that no CA of " + trusted() + " has signed ("
                        + innermost(cause).getMessage() + "); name the CA that has in ca_cert"),
                cause);
    }

    /** Whether it has asked for a file of ours, which it does not get. */
    public static boolean isAskedForFile(Throwable failure) {
        return causes(failure).anyMatch(cause -> ASKED_FOR_FILE
                .matcher(String.valueOf(cause.getMessage()))
                .matches());
    }

    /** Its certificate, or that of a CA on the way to it, was good until some time ago: the driver takes none, verified or not. */
    public ConfigurationException expired(Throwable cause) {
        return new ConfigurationException(
                at("shows a certificate that has expired ("
                        + ServerText.of(innermost(cause).getMessage()) + "); have it renewed"),
                cause);
    }

    /** It and this Java speak no TLS that both know. */
    public ConfigurationException noCommonTls(Throwable cause) {
        return new ConfigurationException(
                at("and this Java runtime find no TLS in common (" + cause.getMessage()
                        + "); enable TLS 1.2 or later at the server"),
                cause);
    }

    /** A sentence on a server that does not answer as one. */
    public String silence(Throwable cause) {
        return at("cannot be reached: " + reason(cause) + "; check host and port, and that the server runs");
    }

    /** A sentence that begins with the connection and its server. */
    public String at(String what) {
        return settings.subject() + ": server " + settings.address() + " " + what;
    }

    private String trusted() {
        return settings.tls()
                .caCertificates()
                .map(file -> "ca_cert '" + file + "'")
                .orElse("the Java runtime's trust store");
    }

    private static String reason(Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "its name is unknown";
        }
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
            return "no answer within 10 s";
        }
        if (causes.stream().anyMatch(ClosedChannelException.class::isInstance)) {
            return "its answer does not come to an end";
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "the connection is refused";
        }
        if (causes.stream().anyMatch(EOFException.class::isInstance)) {
            return "the connection was lost";
        }
        Throwable innermost = innermost(failure);
        String said = ServerText.of(innermost.getMessage());
        return innermost instanceof IOException
                ? said
                : "what answers does not speak as a MySQL server does (" + said + ")";
    }

    private static Throwable innermost(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    /** A failure and all its causes, from the outermost in. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
