package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the server lets the user in, and by which plugin it asks. */
final class LoginStep {

    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private final ConnectionSettings settings;
    private final Dialler dialler;
    private final Context context;
    private Optional<Connection> session = Optional.empty();

    LoginStep(ConnectionSettings settings, Dialler dialler, Context context) {
        this.settings = settings;
        this.dialler = dialler;
        this.context = context;
    }

    Finding found(WayIn way) throws SQLException {
        Credentials credentials = context.credentials();
        Optional<String> plugin = plugin(way, credentials.user());
        dialler.asked(plugin);
        try {
            Connection opened = dialler.openLimited();
            session = Optional.of(opened);
            return Finding.ok("user '" + credentials.user() + "' is in, as " + account(opened)
                    + plugin.map(LoginStep::asked).orElse(""));
        } catch (LavaException | SQLException refused) {
            String remedy = remedy(refused, credentials);
            String subject = settings.subject() + ": ";
            String message = String.valueOf(refused.getMessage());
            return Finding.failed(
                    (message.startsWith(subject) ? message.substring(subject.length()) : message)
                            + plugin.filter(name -> !message.contains(name))
                                    .map(LoginStep::asked)
                                    .orElse(""),
                    remedy);
        }
    }

    private static String asked(String plugin) {
        return "; the server asks for " + plugin;
    }

    /** What is not told here the login itself tells. */
    private static Optional<String> plugin(WayIn way, String user) {
        try {
            return way.talk().plugin(user);
        } catch (IOException untold) {
            return Optional.empty();
        } finally {
            way.close();
        }
    }

    Optional<Connection> opened() {
        return session;
    }

    Connection session() {
        return session.orElseThrow();
    }

    private static String account(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            return "'" + row.getString(1).replace("@", "'@'") + "'";
        }
    }

    private String remedy(Exception refused, Credentials credentials) {
        String user = SqlText.literal(credentials.user());
        String database = SqlText.identifier(settings.database());
        return switch (code(refused)) {
            case UNKNOWN_DATABASE -> "CREATE DATABASE " + database;
            case DATABASE_DENIED -> "GRANT ALL ON " + database + ".* TO " + user;
            case ACCESS_DENIED ->
                credentials.goodUntil().isPresent()
                        ? ""
                        : "SELECT user, host, plugin, account_locked FROM mysql.user WHERE user = " + user
                                + ", as an administrator: is there one for this machine, and is it locked?"
                                + "\nthen store its password anew where the spec names it";
            default -> "";
        };
    }

    private static int code(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .mapToInt(cause -> ((SQLException) cause).getErrorCode())
                .filter(code -> code != 0)
                .findFirst()
                .orElse(0);
    }
}
