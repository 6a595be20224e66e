package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.load.TargetCheck;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.core.error.CancelledException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the server lets the user in, and by which plugin it asks. */
final class LoginStep {

    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    /** It names the account; the host in it is seldom the one that the user comes from. */
    private static final Pattern DENIED_ACCOUNT = Pattern.compile("for user '(.*)'@'([^']*)' to database");

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
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (LavaException | SQLException refused) {
            String remedy = remedy(refused, credentials, way);
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

    private String remedy(Exception refused, Credentials credentials, WayIn way) {
        String user = SqlText.literal(credentials.user());
        return switch (code(refused)) {
            case UNKNOWN_DATABASE -> "CREATE DATABASE " + SqlText.identifier(settings.database());
            case DATABASE_DENIED -> TargetCheck.grant(settings.database(), deniedAccount(refused, user));
            case ACCESS_DENIED ->
                credentials.goodUntil().isPresent()
                        ? ""
                        : accounts(way) + " WHERE user = " + user
                                + ", as an administrator: is there one for this machine, and is it locked?"
                                + "\nthen store its password anew where the spec names it";
            default -> "";
        };
    }

    private static String accounts(WayIn way) {
        return way.talk().greeting().version().contains("MariaDB")
                ? "SELECT user, host, JSON_VALUE(priv, '$.plugin') AS plugin,"
                        + " JSON_VALUE(priv, '$.account_locked') AS account_locked FROM mysql.global_priv"
                : "SELECT user, host, plugin, account_locked FROM mysql.user";
    }

    private static String deniedAccount(Throwable failure, String user) {
        return causes(failure)
                .map(cause -> DENIED_ACCOUNT.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(denied -> SqlText.literal(denied.group(1)) + "@" + SqlText.literal(denied.group(2)))
                .orElse(user);
    }

    private static Stream<SQLException> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static int code(Throwable failure) {
        return causes(failure)
                .mapToInt(SQLException::getErrorCode)
                .filter(code -> code != 0)
                .findFirst()
                .orElse(0);
    }
}
