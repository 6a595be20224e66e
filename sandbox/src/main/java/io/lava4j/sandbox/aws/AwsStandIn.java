package io.lava4j.sandbox.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers SSM GetParameter and DescribeParameters, Secrets Manager GetSecretValue and STS GetCallerIdentity as AWS does on the wire, from
 * values put by a test, and counts what it is asked. Signatures are not checked. Safe for use by many threads.
 */
public final class AwsStandIn implements AutoCloseable {
    /** The region that all is said to be in. */
    public static final String REGION = "us-east-1";

    static final String ACCOUNT = "000000000000";

    private final HttpServer server;
    private final Parameters parameters = new Parameters();
    private final ParameterDescriptions descriptions = new ParameterDescriptions(parameters);
    private final Secrets secrets = new Secrets();
    private final Counts counts = new Counts();

    private AwsStandIn(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one on a free port of 127.0.0.1; whoever starts it closes it.
     *
     * @throws UncheckedIOException when there is no free port
     */
    public static AwsStandIn start() {
        try {
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
            var standIn = new AwsStandIn(HttpServer.create(address, 0));
            standIn.listen();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("The AWS stand-in cannot be started", e);
        }
    }

    /** What {@code AWS_ENDPOINT_URL} is to be set to. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Puts or replaces an SSM parameter of type String. */
    public void putString(String name, String value) {
        parameters.put(name, "String", value, "");
    }

    /** Puts or replaces an SSM parameter of type SecureString, under the key that realm {@code dev} has for it. */
    public void putSecureString(String name, String value) {
        putSecureString(name, value, "alias/lava-dev-sys");
    }

    /** Puts or replaces an SSM parameter of type SecureString, under a KMS key, which nothing is encrypted with. */
    public void putSecureString(String name, String value, String key) {
        parameters.put(name, "SecureString", value, key);
    }

    /** Whether DescribeParameters, which tells the keys, is denied to everybody. */
    public void denyKeys(boolean denied) {
        descriptions.deny(denied);
    }

    /** Removes an SSM parameter. */
    public void removeParameter(String name) {
        parameters.remove(name);
    }

    /** Puts or replaces a secret of Secrets Manager. */
    public void putSecret(String name, String value) {
        secrets.put(name, value);
    }

    /** Removes a secret of Secrets Manager. */
    public void removeSecret(String name) {
        secrets.remove(name);
    }

    /**
     * How often an operation was asked for since the start.
     *
     * @param operation such as {@code GetParameter}
     * @param name of the parameter or secret as the client gave it; empty for an operation without one
     */
    public int requests(String operation, String name) {
        return counts.of(operation, name);
    }

    private void listen() {
        server.createContext("/", new Front(List.of(parameters, descriptions, secrets, new CallerIdentity()), counts));
        // The server's thread is a daemon when its starter is: a sandbox that was never closed must not hold the JVM.
        CompletableFuture.runAsync(server::start, AwsStandIn::onDaemon).join();
    }

    private static void onDaemon(Runnable task) {
        var thread = new Thread(task, "aws-stand-in-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops answering. */
    @Override
    public void close() {
        // Some JDKs forget an interrupt in stop().
        boolean interrupted = Thread.interrupted();
        server.stop(0);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "SSM, Secrets Manager and STS at " + endpoint();
    }
}
