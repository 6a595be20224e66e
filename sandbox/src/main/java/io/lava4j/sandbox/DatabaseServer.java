package io.lava4j.sandbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A running MySQL or MariaDB. It ends with its sandbox. Safe for use by many threads; every call opens a connection of
 * its own.
 */
public final class DatabaseServer {
    private static final String ROOT = "root";

    private final String product;
    private final Account root;
    private final Path socket;
    private final Path caFile;
    private final ServerProcess process;

    DatabaseServer(String product, int port, Path socket, String rootPassword, Path caFile, ServerProcess process) {
        this.product = product;
        this.root = new Account(Sandbox.HOST, port, ROOT, rootPassword);
        this.socket = socket;
        this.caFile = caFile;
        this.process = process;
    }

    /** The same server by another port, behind something that stands before it. */
    DatabaseServer through(String before, int port) {
        return new DatabaseServer(before, port, socket, root.password(), caFile, process);
    }

    Account root() {
        return root;
    }

    /** Always 127.0.0.1; {@code localhost} reaches it too. */
    public String host() {
        return root.host();
    }

    /** The TCP port, free when the server was started. */
    public int port() {
        return root.port();
    }

    /** Its Unix socket. */
    Path socket() {
        return socket;
    }

    /** The user that may do everything. */
    public String rootUser() {
        return root.user();
    }

    /** Root's password, another one for each server. */
    public String rootPassword() {
        return root.password();
    }

    /** The CA, PEM, that issued this server's certificate. */
    public Path caFile() {
        return caFile;
    }

    /** The process, for tests that end or pause a server in the middle of something. */
    public ProcessHandle process() {
        return process.get().toHandle();
    }

    /**
     * Kills the server, as the machine's end would, unless it was killed already, and starts it on the same data and port;
     * returns when it is ready.
     *
     * @throws SandboxException when it does not start; the message has the last lines of its log
     */
    public void restart() {
        process.restart();
    }

    /**
     * A new empty database (utf8mb4) with a user of its own that has every right on it and none elsewhere.
     *
     * @throws SandboxException when the server refuses
     */
    public Database newDatabase() {
        return newDatabase(RandomText.name("db"));
    }

    Database newDatabase(String name) {
        var database = new Database(name, new Account(host(), port(), name, RandomText.password()));
        execute(
                "CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4",
                "CREATE USER '" + name + "'@'%' IDENTIFIED BY '" + database.password() + "'",
                "GRANT ALL ON `" + name + "`.* TO '" + name + "'@'%'");
        return database;
    }

    /**
     * Runs statements as root, one after the other on one connection.
     *
     * @throws SandboxException when one of them fails
     */
    public void execute(String... statements) {
        Sql.execute(root.in(""), statements);
    }

    /**
     * The rows of a query as root; SQL's NULL is the text {@code NULL}.
     *
     * @throws SandboxException when it fails
     */
    public List<List<String>> query(String query) {
        return Sql.query(root.in(""), query);
    }

    /** A connection as root, in no database; the caller closes it. */
    public Connection connect() throws SQLException {
        return root.in("").getConnection();
    }

    boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return product + " at " + host() + ":" + port();
    }
}
