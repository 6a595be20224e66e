package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** Says why a login failed, in words of the spec. */
final class LoginFailure {

    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private final ConnectionSettings settings;
    private final ServerFaults faults;
    private final String user;

    LoginFailure(ConnectionSettings settings, String user) {
        this.settings = settings;
        this.faults = new ServerFaults(settings);
        this.user = user;
    }

    /** The error to throw for one of the driver; thrown by itself when it is not of the network. */
    SQLException translate(SQLException failure) {
        refuseWrongDatabase(failure);
        refuseTls(failure);
        refuseWish(failure);
        return new SQLNonTransientConnectionException(
                isAnswered(failure) ? answer(failure) : unanswered(failure),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    /** The driver's own failures have no number. */
    private static boolean isAnswered(SQLException failure) {
        return failure.getErrorCode() != 0;
    }

    private String unanswered(SQLException failure) {
        return ServerFaults.isAskedForFile(failure) ? faults.at(ServerFaults.ASKS_FOR_FILE) : faults.silence(failure);
    }

    private String answer(SQLException failure) {
        return faults.at("refuses the login: " + ServerText.of(failure.getMessage()) + " (error "
                + failure.getErrorCode() + ")");
    }

    private void refuseWrongDatabase(SQLException failure) {
        if (failure.getErrorCode() == UNKNOWN_DATABASE) {
            throw new ConfigurationException(
                    faults.at("has no database '" + settings.database() + "'; create it, or correct 'database'"),
                    failure);
        }
        if (failure.getErrorCode() == DATABASE_DENIED) {
            throw new CredentialsException(
                    faults.at("gives user '" + user + "' no rights on database '" + settings.database()
                            + "'; grant them"),
                    failure);
        }
    }

    private void refuseTls(SQLException failure) {
        if (says(failure, "SSL Connection required")) {
            throw faults.noTls(failure);
        }
        if (says(failure, "Public Key Retrieval is not allowed") || says(failure, "SSL connection required for")) {
            throw new ConfigurationException(
                    faults.at("wants the password of user '" + user
                            + "' over TLS, and the session has none; set ssl to true"),
                    failure);
        }
        if (says(failure, "Server identity verification failed")) {
            throw faults.otherName(failure);
        }
        if (ServerFaults.causes(failure).anyMatch(CertificateExpiredException.class::isInstance)) {
            throw faults.expired(failure);
        }
        if (ServerFaults.causes(failure).anyMatch(CertPathValidatorException.class::isInstance)) {
            throw faults.unknownCa(failure);
        }
    }

    /** What a server may ask a client for, and does not get of this one. */
    private void refuseWish(SQLException failure) {
        if (says(failure, "Unable to load authentication plugin")) {
            throw new ConfigurationException(
                    faults.at("wants user '" + user + "' to log in in a way that lava does not offer ("
                            + ServerText.of(failure.getMessage()) + "); give the user another authentication plugin,"
                            + " such as caching_sha2_password"),
                    failure);
        }
    }

    private static boolean says(SQLException failure, String words) {
        return ServerFaults.causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }
}
