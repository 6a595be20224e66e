package io.lava4j.sandbox;

import io.lava4j.sandbox.aurora.AccessKey;
import io.lava4j.sandbox.aurora.AuroraSettings;
import io.lava4j.sandbox.aurora.AuroraStandIn;
import io.lava4j.sandbox.aurora.Endpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for an Aurora MySQL cluster: a server on the MySQL protocol before a MySQL 8.0 of its own. It ends with its
 * sandbox. Safe for use by many threads; every call opens a connection of its own, through the stand-in.
 */
public final class AuroraServer implements AutoCloseable {
    private final AuroraStandIn standIn;
    private final DatabaseServer through;
    private final DatabaseServer behind;

    AuroraServer(AuroraStandIn standIn, DatabaseServer through, DatabaseServer behind) {
        this.standIn = standIn;
        this.through = through;
        this.behind = behind;
    }

    /** Always 127.0.0.1; {@code localhost} reaches it too. */
    public String host() {
        return through.host();
    }

    /** The TCP port, free when the stand-in was started. */
    public int port() {
        return through.port();
    }

    /** The CA, PEM, that issued the certificate; that is good for localhost and 127.0.0.1. */
    public Path caFile() {
        return through.caFile();
    }

    /** The region that tokens must be signed for. */
    public String region() {
        return standIn.endpoint().region();
    }

    /** The host that tokens must be signed for; at first {@code localhost}. */
    public String endpointHost() {
        return standIn.endpoint().host();
    }

    /** The port that tokens must be signed for; at first {@link #port()}. */
    public int endpointPort() {
        return standIn.endpoint().port();
    }

    /**
     * From now on tokens must be signed for another name and port, as of a cluster's endpoint that leads here. The
     * server goes on to listen where it did.
     *
     * @param host in lower case
     */
    public void endpoint(String host, int port) {
        standIn.endpoint(new Endpoint(host, port, region()));
    }

    /** From now on tokens may be signed with this access key too, which has no end. */
    public void addKey(String id, String secret) {
        standIn.addKey(AccessKey.of(id, secret));
    }

    /** From now on tokens may be signed with these temporary credentials too, and must carry their session token. */
    public void addKey(String id, String secret, String sessionToken) {
        standIn.addKey(new AccessKey(id, secret, Optional.of(sessionToken)));
    }

    /** The clock by which tokens expire; at first this machine's. */
    public void clock(InstantSource clock) {
        standIn.clock(clock);
    }

    /** Why logins of IAM users were refused, in their order: the clients are told no more than "Access denied". */
    public List<String> refusals() {
        return standIn.refusals();
    }

    /** What is switched while it runs: the version, the cluster's parameters, faults. */
    public AuroraSettings settings() {
        return standIn.settings();
    }

    /**
     * A new empty database (utf8mb4) with a user of its own that has every right on it, and a password.
     *
     * @throws SandboxException when the server refuses
     */
    public Database newDatabase() {
        return through.newDatabase();
    }

    Database newDatabase(String name) {
        return through.newDatabase(name);
    }

    /**
     * A new IAM user that has every right on a database.
     *
     * @throws SandboxException when the server refuses
     */
    public String newIamUser(Database database) {
        String name = RandomText.name("iam_");
        createIamUser(name, database);
        return name;
    }

    void createIamUser(String name, Database database) {
        behind.execute(
                "CREATE USER '" + name + "'@'%' " + standIn.identification(),
                "GRANT ALL ON `" + database.name() + "`.* TO '" + name + "'@'%'");
    }

    /**
     * Runs statements as the master user, one after the other on one connection.
     *
     * @throws SandboxException when one of them fails
     */
    public void execute(String... statements) {
        through.execute(statements);
    }

    /**
     * The rows of a query as the master user; SQL's NULL is the text {@code NULL}.
     *
     * @throws SandboxException when it fails
     */
    public List<List<String>> query(String query) {
        return through.query(query);
    }

    /** A connection as the master user, in no database; the caller closes it. */
    public Connection connect() throws SQLException {
        return through.connect();
    }

    /** The MySQL behind, for what is to be done or seen past the stand-in; users and passwords are the same there. */
    public DatabaseServer behind() {
        return behind;
    }

    /** Ends the stand-in before the sandbox does; the MySQL behind goes on. */
    @Override
    public void close() {
        standIn.close();
    }

    @Override
    public String toString() {
        return through.toString();
    }
}
