package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The users that log in with a token. The server behind has no plugin for them: there they have a password that only
 * this stand-in knows, and one is an IAM user exactly when {@code mysql.user} holds its hash.
 */
final class IamUsers {
    private static final String LOOK_UP = "SELECT COUNT(*) FROM mysql.user WHERE user = ? AND plugin = '"
            + NativePassword.PLUGIN + "' AND authentication_string = ?";

    private final RootSession root;
    private final NativePassword secret;

    private IamUsers(RootSession root, NativePassword secret) {
        this.root = root;
        this.secret = secret;
    }

    /** Those of a new server behind. */
    static IamUsers at(RootSession root) {
        var random = new byte[20];
        new java.security.SecureRandom().nextBytes(random);
        return new IamUsers(root, new NativePassword(HexFormat.of().formatHex(random)));
    }

    /** What CREATE USER and ALTER USER say at the server behind, after the user's name, to make one. */
    String identification() {
        return "IDENTIFIED WITH " + NativePassword.PLUGIN + " AS '" + secret.hash() + "'";
    }

    boolean contains(String user) throws IOException {
        try {
            return root.run(connection -> contains(user, connection));
        } catch (SQLException e) {
            throw new IOException("The server behind does not say who is an IAM user: " + e.getMessage(), e);
        }
    }

    private boolean contains(String user, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOOK_UP)) {
            statement.setString(1, user);
            statement.setString(2, secret.hash());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) > 0;
            }
        }
    }

    byte[] proof(byte[] scramble) {
        return secret.proof(scramble);
    }
}
