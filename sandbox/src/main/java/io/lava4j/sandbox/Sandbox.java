package io.lava4j.sandbox;

import io.lava4j.sandbox.aws.AwsStandIn;
import io.lava4j.sandbox.rogue.MySqlMischief;
import io.lava4j.sandbox.rogue.RogueMySql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Local servers on free ports of 127.0.0.1, in a folder of their own, each started when it is first asked for. Whoever
 * opens a sandbox closes it; should the JVM end without that, even by {@code kill -9}, the servers end and the folder
 * goes all the same. Safe for use by many threads; those that ask for different servers do not wait for each other.
 */
public final class Sandbox implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private final Gate gate = new Gate();
    private final Workshop workshop;
    private final Watcher watcher;
    private final AwsStandIn aws = AwsStandIn.start();
    private final Lazy<S3Server> s3;
    private final Lazy<DynamoDbServer> dynamodb;
    private final Databases databases;
    private final AuroraStart auroraStart;
    private final Lazy<AuroraServer> aurora;
    private final Thread hook = new Thread(this::end, "lava-sandbox-end");
    private boolean closed;

    private Sandbox(Workshop workshop, Watcher watcher) {
        this.workshop = workshop;
        this.watcher = watcher;
        this.s3 = new Lazy<>(() -> new S3Start(workshop).start());
        this.dynamodb = new Lazy<>(() -> new DynamoDbStart(workshop).start());
        this.databases = new Databases(workshop);
        this.auroraStart = new AuroraStart(workshop, databases, () -> s3().endpoint());
        this.aurora = new Lazy<>(auroraStart::start);
    }

    /**
     * A sandbox that has started no server yet. The system property {@code lava4j.sandbox.home} says where its programs
     * are.
     *
     * @throws SandboxException when there is no such home
     */
    public static Sandbox open() {
        return open(Home.find(), Platform.current(), System.getenv());
    }

    static Sandbox open(Home home, Platform platform, Map<String, String> environment) {
        try {
            Path folder = Files.createTempDirectory("lava-sandbox-").toRealPath();
            Watcher watcher = Watcher.over(folder);
            var workshop = new Workshop(home, platform, environment, folder, new Processes(watcher));
            var sandbox = new Sandbox(workshop, watcher);
            Runtime.getRuntime().addShutdownHook(sandbox.hook);
            return sandbox;
        } catch (IOException e) {
            throw new SandboxException("The sandbox's folder cannot be made: " + e, e);
        }
    }

    /** The folder of everything; only its owner can enter it, and it goes with the sandbox. */
    public Path folder() {
        return workshop.folder();
    }

    /**
     * MySQL 8.0 as {@link ServerOptions#standard()} says.
     *
     * @throws SandboxException when it does not start; the message has the last lines of its log
     */
    public DatabaseServer mysql() {
        return mysql(ServerOptions.standard());
    }

    /** A MySQL of its own for these options; the same one when asked again. */
    public DatabaseServer mysql(ServerOptions options) {
        return gate.enter(() -> databases.mysql(options));
    }

    /**
     * MariaDB 11.4 as {@link ServerOptions#standard()} says.
     *
     * @throws SandboxException when it does not start; the message has the last lines of its log
     */
    public DatabaseServer mariadb() {
        return mariadb(ServerOptions.standard());
    }

    /** A MariaDB of its own for these options; the same one when asked again. */
    public DatabaseServer mariadb(ServerOptions options) {
        return gate.enter(() -> databases.mariadb(options));
    }

    /**
     * The stand-in for an Aurora MySQL cluster, with a MySQL of its own behind it.
     *
     * @throws SandboxException when it does not start; the message has the last lines of the MySQL's log
     */
    public AuroraServer aurora() {
        return gate.enter(aurora::get);
    }

    /**
     * Another such stand-in, with a MySQL of these options behind it, which must be no other's, that reads from this S3.
     *
     * @throws SandboxException when it does not start; the message has the last lines of the MySQL's log
     */
    public AuroraServer aurora(ServerOptions options, URI source) {
        return gate.enter(() -> auroraStart.start(options, () -> source));
    }

    /** Another such stand-in, before this server. */
    AuroraServer aurora(DatabaseServer behind) {
        return gate.enter(() -> auroraStart.before(behind));
    }

    /**
     * The S3 server.
     *
     * @throws SandboxException when it does not start; the message has the last lines of its log
     */
    public S3Server s3() {
        return gate.enter(s3::get);
    }

    /**
     * DynamoDB.
     *
     * @throws SandboxException when it does not start; the message has the last lines of its log
     */
    public DynamoDbServer dynamodb() {
        return gate.enter(dynamodb::get);
    }

    /**
     * A MySQL server that means harm, over TLS with a certificate of the sandbox's CA; whoever starts it closes it.
     *
     * @param file the file of its clients that it asks for
     */
    public RogueMySql rogue(MySqlMischief mischief, Path file) {
        var tls = new Tls(Certificates.in(workshop.home()));
        return RogueMySql.start(mischief, tls.showing(ServerCertificate.LOCALHOST), file);
    }

    /** The stand-in for SSM, Secrets Manager and STS. */
    public AwsStandIn aws() {
        return aws;
    }

    /**
     * The environment variables with which a process finds S3, SSM, Secrets Manager and STS in this sandbox, and none of
     * the user's own AWS settings. Starts S3.
     */
    public Map<String, String> environment() {
        return new AwsEnvironment(aws.endpoint(), s3().endpoint(), folder()).variables();
    }

    /** Starts MySQL, MariaDB, the Aurora stand-in and S3, all at once, and returns when the last of them is ready. */
    public void startAll() {
        AtOnce.make(List.of(this::mysql, this::mariadb, this::aurora, this::s3));
    }

    /** The same, and DynamoDB. */
    void startAllAndDynamoDb() {
        AtOnce.make(List.of(this::mysql, this::mariadb, this::aurora, this::s3, this::dynamodb));
    }

    /** Ends every server and removes the folder; a second call does nothing. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing left to do.
        }
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        gate.shut();
        aws.close();
        workshop.processes().close();
        gate.awaitEmpty();
        auroraStart.close();
        try {
            Folders.delete(workshop.folder());
        } catch (IOException e) {
            throw new SandboxException("The sandbox's folder '" + workshop.folder() + "' cannot be removed: " + e, e);
        }
        watcher.dismiss();
    }
}
