package io.lava4j.connector.mysql.session;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.connector.mysql.wire.LimitedSockets;
import io.lava4j.connector.mysql.wire.LoginSockets;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Opens physical connections to one server. Safe for use by several threads. */
public final class Dialler {

    private static final int LOGIN_LIMIT_MILLIS = 10_000;
    private static final String ACCESS_DENIED = "28000";

    /** Ways to log in that give away more than a password, or a password that anyone can then find out. A server chooses among the rest. */
    private static final String NO_PASSWORD_OF_OURS = String.join(
            ",",
            "mysql_old_password",
            "authentication_ldap_sasl_client",
            "authentication_kerberos_client",
            "authentication_oci_client",
            "authentication_openid_connect_client",
            "authentication_webauthn_client");

    private final ConnectionSettings settings;
    private final Context context;
    private final DriverTls tls;
    private volatile Optional<Credentials> accepted = Optional.empty();
    private volatile Optional<String> asked = Optional.empty();

    /** Makes it; dials nothing. */
    public Dialler(ConnectionSettings settings, Context context) {
        this(settings, context, new UnverifiedServer(settings, context));
    }

    /** Makes one that is not alone in telling that the server is not verified; dials nothing. */
    public Dialler(ConnectionSettings settings, Context context, UnverifiedServer unverified) {
        this.settings = settings;
        this.context = context;
        this.tls = new DriverTls(settings, context, unverified);
    }

    /** The settings that it dials with. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** Says which plugin the server has asked for, so that a refusal tells less. */
    public void asked(Optional<String> plugin) {
        asked = plugin;
    }

    /** Opens a connection; refused credentials are read anew and tried once more. */
    public Connection open() throws SQLException {
        Connection connection = openLimited(source -> source.setSocketFactory(LoginSockets.class.getName()));
        lift(connection);
        return connection;
    }

    /** Lifts the limit on waiting for the server: a statement takes the time that it takes. */
    public void lift(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
    }

    /**
     * Opens a connection as the last one was, with the credentials that were accepted then: no store of secrets is asked
     * unless they are refused now. A token is made anew. Waits for the server for 10 s at most, whatever is asked.
     */
    public Connection openAgain() throws SQLException {
        if (accepted.filter(known -> known.goodUntil().isEmpty()).isEmpty()) {
            return openLimited();
        }
        Credentials known = accepted.get();
        try {
            return login(known);
        } catch (SQLException refused) {
            if (ACCESS_DENIED.equals(refused.getSQLState())) {
                return openLimited();
            }
            throw new LoginFailure(settings, known.user()).translate(refused);
        }
    }

    /** Says why a connection was of no use right after its login. */
    public SQLException explain(SQLException failure) {
        String user = accepted.map(Credentials::user).orElse("");
        return new LoginFailure(settings, user).translate(failure);
    }

    /** Opens a connection that waits for the server for 10 s at most, until that limit is lifted. */
    public Connection openLimited(Option... options) throws SQLException {
        Credentials credentials = context.credentials();
        try {
            return login(credentials, options);
        } catch (SQLException refused) {
            if (!ACCESS_DENIED.equals(refused.getSQLState())) {
                throw new LoginFailure(settings, credentials.user()).translate(refused);
            }
            return retry(credentials, refused, options);
        }
    }

    private Connection retry(Credentials refused, SQLException refusal, Option... options) throws SQLException {
        Optional<Credentials> renewed = context.renewed(refused);
        if (renewed.isEmpty()) {
            throw denied(refused, "they have not changed since", refusal);
        }
        try {
            return login(renewed.get(), options);
        } catch (SQLException again) {
            if (ACCESS_DENIED.equals(again.getSQLState())) {
                throw denied(renewed.get(), "read anew, they were refused again", again);
            }
            throw new LoginFailure(settings, renewed.get().user()).translate(again);
        }
    }

    private CredentialsException denied(Credentials credentials, String retried, SQLException refusal) {
        return new CredentialsException(
                "%s: server %s refuses the credentials of user '%s' (%s); %s"
                        .formatted(
                                settings.subject(),
                                settings.address(),
                                credentials.user(),
                                ServerText.of(refusal.getMessage()),
                                ending(credentials, retried)),
                refusal);
    }

    /** A token is another one at each login: that it has not changed says nothing. */
    private String ending(Credentials refused, String retried) {
        String meaning = meaning(refused);
        if (meaning.isEmpty()) {
            return retried;
        }
        return refused.goodUntil().isPresent() ? meaning : retried + "; " + meaning;
    }

    /** Nothing that goes wrong here may hide the refusal. */
    private String meaning(Credentials refused) {
        try {
            return refused.refusal() instanceof Credentials.Refusal narrowed
                    ? narrowed.given(asked)
                    : refused.refusal().get();
        } catch (RuntimeException unexplained) {
            return "";
        }
    }

    private Connection login(Credentials credentials, Option... options) throws SQLException {
        MysqlDataSource source = new MysqlDataSource();
        source.setServerName(settings.address().hostForDriver());
        source.setPort(settings.address().port());
        source.setDatabaseName(settings.database());
        source.setConnectionAttributes(ProgramName.attribute(context.application()));
        source.setConnectTimeout(LOGIN_LIMIT_MILLIS);
        source.setSocketTimeout(LOGIN_LIMIT_MILLIS);
        source.setAllowPublicKeyRetrieval(false);
        source.setAllowLoadLocalInfile(false);
        source.setDisabledAuthenticationPlugins(NO_PASSWORD_OF_OURS);
        source.setSocketFactory(LimitedSockets.class.getName());
        tls.apply(source, credentials);
        for (Option option : options) {
            option.apply(source);
        }
        Connection connection =
                source.getConnection(credentials.user(), credentials.password().reveal());
        accepted = Optional.of(credentials);
        return connection;
    }

    /** A further setting of the driver. */
    public interface Option {

        /** Sets it. */
        void apply(MysqlDataSource source) throws SQLException;
    }
}
