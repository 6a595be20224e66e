package io.lava4j.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database of a test's own, with a user who has every right on it. Safe for use by many threads. */
public final class Database {
    private final String name;
    private final Account account;

    Database(String name, Account account) {
        this.name = name;
        this.account = account;
    }

    /** The database's name: lower-case letters. */
    public String name() {
        return name;
    }

    /** The user's name, which is the database's. */
    public String user() {
        return account.user();
    }

    /** The user's password: letters and digits. */
    public String password() {
        return account.password();
    }

    /** The server's host. */
    public String host() {
        return account.host();
    }

    /** The server's port. */
    public int port() {
        return account.port();
    }

    /**
     * Runs statements as the database's user.
     *
     * @throws SandboxException when one of them fails
     */
    public void execute(String... statements) {
        Sql.execute(account.in(name), statements);
    }

    /**
     * The rows of a query as the database's user; SQL's NULL is the text {@code NULL}.
     *
     * @throws SandboxException when it fails
     */
    public List<List<String>> query(String query) {
        return Sql.query(account.in(name), query);
    }

    /** A connection as the database's user; the caller closes it. */
    public Connection connect() throws SQLException {
        return account.in(name).getConnection();
    }

    @Override
    public String toString() {
        return name + " at " + host() + ":" + port();
    }
}
