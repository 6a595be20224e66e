package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts one database server in a folder of its own. */
final class DatabaseStart {
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
        this.certificates = Certificates.in(workshop.home());
    }

    DatabaseServer start() {
        return FreePort.use(this::start);
    }

    private DatabaseServer start(int port) throws PortTaken {
        String name = installation.product().name();
        String password = RandomText.password();
        try {
            Folders.delete(folder);
            Folders.createPrivate(folder);
            Folders.copy(installation.template(), folder.resolve("data"));
            Path account = rootAccount(password);
            var starting =
                    Starting.of(name, command(port, account), folder.resolve("server.log"), workshop.processes());
            Path caFile = Certificates.caIn(certificates);
            var process = new ServerProcess(starting.process(), old -> again(port, password, old));
            var server = new DatabaseServer(name, port, socket(), password, caFile, process);
            starting.await(server::isReady);
            Files.delete(account);
            return server;
        } catch (IOException e) {
            throw new SandboxException(name + " cannot be started in '" + folder + "': " + e, e);
        }
    }

    private Process again(int port, String password, ServerProcess old) {
        String name = installation.product().name();
        List<String> command = command(port, folder.resolve("root.sql"));
        command.removeIf(option -> option.startsWith("--init-file="));
        try {
            workshop.processes().kill(old.get());
            var starting = Starting.of(name, command, folder.resolve("server.log"), workshop.processes());
            var server = new DatabaseServer(name, port, socket(), password, Certificates.caIn(certificates), old);
            starting.await(server::isReady);
            return starting.process();
        } catch (PortTaken e) {
            throw new SandboxException(name + " cannot be restarted: its port is taken", e);
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
                "--socket=" + socket(),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + account,
                "--local-infile=1",
                "--innodb-buffer-pool-size=64M",
                // The data need not survive a power cut, only the death of the server.
                "--innodb-doublewrite=OFF",
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(tls());
        command.addAll(options.arguments());
        return command;
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    private List<String> tls() {
        return options.certificate() == ServerCertificate.NONE
                ? List.of(installation.product().withoutTls())
                : List.of(
                        "--ssl-ca=" + Certificates.caIn(certificates),
                        "--ssl-cert=" + Certificates.certificateIn(certificates, options.certificate()),
                        "--ssl-key=" + Certificates.keyIn(certificates, options.certificate()));
    }
}
