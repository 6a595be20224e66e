package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The ways to the server behind: its Unix socket, which costs least; and TCP as the client's own, for as long as there
 * is an account or a setting that tells the two apart.
 */
final class Routes {
    private static final String TELLS = "SELECT @@require_secure_transport + @@skip_name_resolve + COUNT(*)"
            + " FROM mysql.user WHERE host NOT IN ('%', 'localhost') OR ssl_type <> ''"
            + " OR plugin NOT IN ('caching_sha2_password', '" + NativePassword.PLUGIN + "')";

    private final Behind behind;
    private final RootSession root;

    Routes(Behind behind, RootSession root) {
        this.behind = behind;
        this.root = root;
    }

    /** A new connection; asked for before it is known who comes, since the server greets first. */
    SocketChannel open() throws IOException {
        return serverTells()
                ? SocketChannel.open(new InetSocketAddress(behind.host(), behind.port()))
                : SocketChannel.open(UnixDomainSocketAddress.of(behind.socket()));
    }

    private boolean serverTells() {
        try {
            return root.run(Routes::tells);
        } catch (SQLException e) {
            // The login will ask root too, and tell the client.
            return true;
        }
    }

    private static boolean tells(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TELLS)) {
            return !rows.next() || rows.getInt(1) > 0;
        }
    }
}
