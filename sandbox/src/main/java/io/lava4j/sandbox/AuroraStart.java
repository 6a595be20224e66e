package io.lava4j.sandbox;

import io.lava4j.sandbox.aurora.AuroraStandIn;
import io.lava4j.sandbox.aurora.Behind;
import io.lava4j.sandbox.aurora.FromS3;
import io.lava4j.sandbox.aws.AwsStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Starts the Aurora stand-in, and a MySQL of its own behind it. */
final class AuroraStart implements AutoCloseable {
    private final Workshop workshop;
    private final Databases databases;
    private final Supplier<URI> s3;
    private final Queue<AuroraStandIn> started = new ConcurrentLinkedQueue<>();

    AuroraStart(Workshop workshop, Databases databases, Supplier<URI> s3) {
        this.workshop = workshop;
        this.databases = databases;
        this.s3 = s3;
    }

    AuroraServer start() {
        return start(ServerOptions.standard(), s3);
    }

    AuroraServer start(ServerOptions options, Supplier<URI> source) {
        return before(databases.mysql(options.with("--secure-file-priv=" + files())), source);
    }

    AuroraServer before(DatabaseServer behind) {
        return before(behind, s3);
    }

    private AuroraServer before(DatabaseServer behind, Supplier<URI> source) {
        var tls = new Tls(Certificates.in(workshop.home()));
        var root = behind.root().in("");
        var standIn = AuroraStandIn.start(
                new Behind(behind.host(), behind.port(), behind.socket(), tls.trusting(), root),
                tls.showing(ServerCertificate.LOCALHOST),
                AwsStandIn.REGION,
                new FromS3(source, files()));
        started.add(standIn);
        standIn.addKey(AwsEnvironment.KEY);
        return new AuroraServer(standIn, behind.through("Aurora stand-in", standIn.port()), behind);
    }

    /** Ends every stand-in that was started. */
    @Override
    public void close() {
        started.forEach(AuroraStandIn::close);
    }

    /** Where the server behind may read files, and nowhere else. */
    private Path files() {
        Path files = workshop.folder().resolve("aurora-files");
        try {
            Folders.createPrivate(files);
            return files;
        } catch (IOException e) {
            throw new SandboxException("The folder '" + files + "' cannot be made: " + e, e);
        }
    }
}
