package io.lava4j.sandbox;

import io.lava4j.sandbox.dynamodb.LoopbackServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Starts DynamoDB Local: a process of its own, with a class path of its own. */
final class DynamoDbStart {
    private final Workshop workshop;
    private final Path folder;

    DynamoDbStart(Workshop workshop) {
        this.workshop = workshop;
        this.folder = workshop.folder().resolve("dynamodb");
    }

    DynamoDbServer start() {
        return FreePort.use(this::start);
    }

    private DynamoDbServer start(int port) throws PortTaken {
        try {
            Folders.delete(folder);
            Folders.createPrivate(folder);
            var server = new DynamoDbServer(URI.create("http://" + Sandbox.HOST + ":" + port));
            Starting.of("DynamoDB Local", command(port), folder.resolve("server.log"), workshop.processes())
                    .await(server::isReady);
            return server;
        } catch (IOException e) {
            throw new SandboxException("DynamoDB Local cannot be started in '" + folder + "': " + e, e);
        }
    }

    private List<String> command(int port) {
        Path jars = workshop.home().dynamodb();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                // The database below is native code, which lies beside the jars.
                "-Dsqlite4java.library.path=" + jars,
                "-cp",
                ownCode() + File.pathSeparator + jars.resolve("*"),
                LoopbackServer.class.getName(),
                Sandbox.HOST,
                Integer.toString(port));
    }

    private static Path ownCode() {
        try {
            return Path.of(LoopbackServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new SandboxException("The place of the sandbox's own classes is no path: " + e, e);
        }
    }
}
