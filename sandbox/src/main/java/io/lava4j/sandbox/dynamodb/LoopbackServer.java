package io.lava4j.sandbox.dynamodb;

import java.net.InetSocketAddress;

/**
 * The main class of DynamoDB Local's process, in the place of its own: that one listens on every address, and tells its maker
 * of each start. Runs on its class path, which is not that of whoever compiled this.
 */
public final class LoopbackServer {
    private static final String LOCAL = "com.amazonaws.services.dynamodbv2.local.server.";

    private LoopbackServer() {}

    /**
     * Listens until the process ends; keeps everything in memory.
     *
     * @param arguments address and port
     */
    public static void main(String[] arguments) {
        try {
            start(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])));
        } catch (ReflectiveOperationException e) {
            e.printStackTrace();
            // Threads of the database are left that hold the process.
            System.exit(1);
        }
    }

    private static void start(InetSocketAddress address) throws ReflectiveOperationException {
        Class<?> requestHandler = Class.forName(LOCAL + "DynamoDBRequestHandler");
        Object database = Class.forName(LOCAL + "LocalDynamoDBRequestHandler")
                .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                .newInstance(0, true, null, false, false);
        Object handler = Class.forName(LOCAL + "LocalDynamoDBServerHandler")
                .getConstructor(requestHandler, String.class)
                .newInstance(database, "");
        Class<?> jetty = Class.forName("org.eclipse.jetty.server.Server");
        Object server = jetty.getConstructor(InetSocketAddress.class).newInstance(address);
        jetty.getMethod("setHandler", Class.forName("org.eclipse.jetty.server.Handler"))
                .invoke(server, handler);
        jetty.getMethod("start").invoke(server);
    }
}
