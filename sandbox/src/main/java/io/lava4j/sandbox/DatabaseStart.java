package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts one database server. */
final class DatabaseStart {
    private static final int ATTEMPTS = 3;
    private static final long LIMIT_MILLISECONDS = 60_000;

    private final Installation installation;
    private final ServerOptions options;
    private final Workshop workshop;
    private final Path certificates;
    private final Path folder;

    DatabaseStart(Installation installation, ServerOptions options, Workshop workshop, Path folder) {
        this.installation = installation;
        this.options = options;
        this.workshop = workshop;
        this.folder = folder;
        this.certificates = workshop.home().cache().entry("certificates", new Certificates());
    }

    DatabaseServer start() {
        for (int attempt = 1; ; attempt++) {
            try {
                return start(Ports.free());
            } catch (PortTaken e) {
                if (attempt == ATTEMPTS) {
                    throw new SandboxException(installation.product().name() + " found its port taken each time", e);
                }
            }
        }
    }

    private DatabaseServer start(int port) throws PortTaken {
        String password = RandomText.password();
        Path log = folder.resolve("server.log");
        try {
            Folders.delete(folder);
            Folders.createPrivate(folder);
            Folders.copy(installation.template(), folder.resolve("data"));
            Path account = rootAccount(password);
            Process process = workshop.processes().start(command(port, account), log);
            var server = new DatabaseServer(
                    installation.product().name(), port, password, Certificates.caIn(certificates), process);
            awaitReady(server, process, log);
            Files.delete(account);
            return server;
        } catch (IOException e) {
            throw new SandboxException(installation.product().name() + " cannot be started in '" + folder + "'", e);
        }
    }

    /** Read by the server before it listens, so that root is never without a password. */
    private Path rootAccount(String password) throws IOException {
        return Folders.writePrivate(
                folder.resolve("root.sql"), "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + password + "';\n");
    }

    private List<String> command(int port, Path account) {
        var command = new ArrayList<>(installation.product().server(installation.basedir()));
        command.addAll(List.of(
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--bind-address=" + Sandbox.HOST,
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + account,
                "--local-infile=1",
                "--innodb-buffer-pool-size=64M",
                // Its data need not survive a power cut.
                "--innodb-doublewrite=OFF",
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(tls());
        command.addAll(options.arguments());
        return command;
    }

    private List<String> tls() {
        return options.certificate() == ServerCertificate.NONE
                ? List.of("--skip-ssl")
                : List.of(
                        "--ssl-ca=" + Certificates.caIn(certificates),
                        "--ssl-cert=" + Certificates.certificateIn(certificates, options.certificate()),
                        "--ssl-key=" + Certificates.keyIn(certificates, options.certificate()));
    }

    private void awaitReady(DatabaseServer server, Process process, Path log) throws PortTaken {
        long deadline = System.nanoTime() + LIMIT_MILLISECONDS * 1_000_000;
        while (!server.isReady()) {
            if (Waiting.forEnd(process, 50)) {
                workshop.processes().kill(process);
                throw ended(ServerLog.of(log));
            }
            if (System.nanoTime() > deadline) {
                workshop.processes().kill(process);
                throw ServerLog.of(log)
                        .failure(installation.product().name() + " was not ready after " + LIMIT_MILLISECONDS / 1000
                                + " seconds");
            }
        }
    }

    private SandboxException ended(ServerLog log) throws PortTaken {
        if (log.says("Address already in use")) {
            throw new PortTaken();
        }
        return log.failure(installation.product().name() + " ended while it started");
    }

    private static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1;
    }
}
