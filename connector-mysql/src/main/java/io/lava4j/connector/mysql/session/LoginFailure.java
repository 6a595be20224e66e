package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/** Says why a login failed, in words of the spec. */
final class LoginFailure {

    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private final ConnectionSettings settings;
    private final String user;

    LoginFailure(ConnectionSettings settings, String user) {
        this.settings = settings;
        this.user = user;
    }

    /** The error to throw for one of the driver; thrown by itself when it is not of the network. */
    SQLException translate(SQLException failure) {
        refuseWrongDatabase(failure);
        refuseTls(failure);
        return new SQLNonTransientConnectionException(
                at(isAnswered(failure) ? answer(failure) : silence(failure)),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    /** The driver's own failures have no number. */
    private static boolean isAnswered(SQLException failure) {
        return failure.getErrorCode() != 0;
    }

    private static String answer(SQLException failure) {
        return "refuses the login: " + failure.getMessage() + " (error " + failure.getErrorCode() + ")";
    }

    private static String silence(SQLException failure) {
        return "cannot be reached: " + reason(failure) + "; check host and port, and that the server runs";
    }

    private void refuseWrongDatabase(SQLException failure) {
        if (failure.getErrorCode() == UNKNOWN_DATABASE) {
            throw new ConfigurationException(at("has no database '" + settings.database() + "'"), failure);
        }
        if (failure.getErrorCode() == DATABASE_DENIED) {
            throw new CredentialsException(
                    at("gives user '" + user + "' no rights on database '" + settings.database() + "'"), failure);
        }
    }

    private void refuseTls(SQLException failure) {
        if (says(failure, "SSL Connection required")) {
            throw new ConfigurationException(
                    at("offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false"),
                    failure);
        }
        if (says(failure, "Public Key Retrieval is not allowed")) {
            throw new ConfigurationException(
                    at("wants the password of user '" + user + "' over TLS, and the session has none; set ssl to true"),
                    failure);
        }
        if (says(failure, "Server identity verification failed")) {
            throw new ConfigurationException(
                    at("shows a certificate for another host name than '"
                            + settings.address().host() + "'; use the name in the certificate, or ssl_mode verify-ca"),
                    failure);
        }
        if (causes(failure).anyMatch(CertPathValidatorException.class::isInstance)) {
            throw new ConfigurationException(
                    at("shows a certificate that no CA of " + trusted() + " has signed (" + innermost(failure) + ")"),
                    failure);
        }
    }

    private String trusted() {
        return settings.tls()
                .caCertificates()
                .map(file -> "ca_cert '" + file + "'")
                .orElse("the Java runtime's trust store");
    }

    private static String reason(SQLException failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "its name is unknown";
        }
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)) {
            return "no answer within 10 s";
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "the connection is refused";
        }
        if (causes.stream().anyMatch(EOFException.class::isInstance)) {
            return "the connection was lost";
        }
        return innermost(failure);
    }

    private static boolean says(SQLException failure, String words) {
        return causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }

    private static String innermost(SQLException failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure).getMessage();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private String at(String what) {
        return settings.subject() + ": server " + settings.address() + " " + what;
    }
}
