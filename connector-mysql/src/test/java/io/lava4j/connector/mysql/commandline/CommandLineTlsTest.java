package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.commandline.Wanted.Said;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.core.spi.Credentials;
import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.ServerCertificate;
import io.lava4j.sandbox.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every TLS mode with real clients, real servers, right and wrong certificates. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class CommandLineTlsTest {

    private static final String USER = "tls_user";
    private static final String PASSWORD = "the very secret";
    private static final ServerOptions STANDARD = ServerOptions.standard();
    private static final ServerOptions ELSEWHERE = STANDARD.with(ServerCertificate.ELSEWHERE)
            .with("--performance-schema=ON")
            .with("--secure-file-priv=");

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Workbench bench;

    @BeforeEach
    void note(Sandbox running) {
        sandbox = running;
        bench = new Workbench(running, folder);
    }

    @EachClient
    void withoutSslItConnectsWhateverTheServerHas(ClientProgram client) {
        for (DatabaseServer server : servers(STANDARD)) {
            assertTrue(connects(wanted(client, server)), server.toString());
        }
        for (DatabaseServer server : servers(STANDARD.with(ServerCertificate.NONE))) {
            assertTrue(connects(wanted(client, server)), server.toString());
        }
    }

    @EachClient
    void requiredIsTlsWithWhateverCertificate(ClientProgram client) {
        for (DatabaseServer server : servers(ELSEWHERE)) {
            Wanted wanted = wanted(client, server).with("ssl", true);
            if (knowsFingerprints(client)) {
                assertNotEquals("", cipher(wanted), server.toString());
                assertEquals(
                        List.of("connection 'test': the certificate of server 127.0.0.1:" + server.port()
                                + " is not verified; name its CA in ca_cert"),
                        wanted.context.events());
            } else {
                assertTrue(refusal(wanted).contains(" cannot require TLS without verifying the server"));
            }
        }
    }

    @EachClient
    void verifyCaChecksTheChain(ClientProgram client) throws IOException {
        for (DatabaseServer server : servers(ELSEWHERE)) {
            Wanted right = wanted(client, server).with("ssl", true).with("ca_cert", ca(server));
            Wanted wrong = wanted(client, server).with("ssl", true).with("ca_cert", otherCa());
            if (knowsFingerprints(client)) {
                assertNotEquals("", cipher(right), server.toString());
            } else {
                assertEquals(
                        "connection 'test': server 127.0.0.1:" + server.port()
                                + " shows a certificate for another host name than '127.0.0.1'; "
                                + bench.found(client)
                                + " cannot verify a certificate without the name in it: use that name, or install MySQL's"
                                + " client, or MariaDB's from 11.4 on",
                        refusal(right));
            }
            assertFalse(connects(wrong), server.toString());
        }
        for (DatabaseServer server : servers(STANDARD)) {
            assertNotEquals(
                    "",
                    cipher(wanted(client, server).with("ssl", true).with("ca_cert", ca(server))),
                    server.toString());
        }
    }

    @EachClient
    void verifyIdentityChecksTheNameToo(ClientProgram client) throws IOException {
        for (DatabaseServer server : servers(STANDARD)) {
            for (String host : List.of("127.0.0.1", "localhost")) {
                assertNotEquals("", cipher(identity(client, server, ca(server)).with("host", host)), server + host);
            }
            assertFalse(connects(identity(client, server, otherCa())), server.toString());
        }
        for (DatabaseServer server : servers(ELSEWHERE)) {
            assertFalse(connects(identity(client, server, ca(server))), server.toString());
        }
    }

    @EachClient
    void aServerWithoutTlsIsRefusedWhereTlsIsDemanded(ClientProgram client) throws IOException {
        for (DatabaseServer server : servers(STANDARD.with(ServerCertificate.NONE))) {
            assertFalse(connects(wanted(client, server).with("ssl", true)));
            assertFalse(connects(wanted(client, server).with("ssl", true).with("ca_cert", otherCa())));
            assertFalse(connects(identity(client, server, otherCa())));
        }
    }

    /** Somebody on the way takes TLS out of the offer after the executable was made. */
    @EachClient
    void nothingOfALoginIsSentInPlainText(ClientProgram client) throws IOException {
        DatabaseServer server = sandbox.mysql();
        account(server);
        Stream<Wanted> all = Stream.of(
                wanted(client, server).with("ssl", true),
                wanted(client, server).with("ssl", true).with("ca_cert", ca(server)),
                identity(client, server, ca(server)));
        for (Wanted wanted : all.skip(knowsFingerprints(client) ? 0 : 1).toList()) {
            try (TamperedNetwork network = new TamperedNetwork(server.port());
                    Installed installed = wanted.with("port", network.port()).install("dwh")) {
                assertEquals(0, wanted.run(installed, "-e", "SELECT 1").status(), wanted.spec.toString());
                network.strip();

                assertNotEquals(0, wanted.run(installed, "-e", "SELECT 1").status(), wanted.spec.toString());
                assertFalse(network.sent().contains(USER), wanted.spec.toString());
            }
        }
    }

    /** As with the name of a cluster, which leads to another machine after a failover. */
    @EachClient
    void anotherCertificateOfTheServerIsAcceptedOnceItWasSeen(ClientProgram client) throws IOException {
        DatabaseServer one = mysql(STANDARD);
        DatabaseServer other = mysql(ELSEWHERE);
        Stream<Wanted> all = Stream.of(
                wanted(client, one).with("ssl", true),
                wanted(client, one).with("ssl", true).with("ca_cert", ca(one)));
        for (Wanted wanted : all.skip(knowsFingerprints(client) ? 0 : 2).toList()) {
            AtomicReference<Instant> now = hurried(wanted);
            try (TamperedNetwork network = new TamperedNetwork(one.port());
                    Installed installed = wanted.with("port", network.port()).install("dwh")) {
                network.leadTo(other.port());
                if (isToldFingerprints(client)) {
                    Said refused = wanted.run(installed, "-e", "SELECT 1");
                    assertTrue(refused.err().contains("ingerprint"), refused.toString());
                    now.updateAndGet(before -> before.plus(ShownCertificates.AGAIN));
                    awaitLines(installed.executable().resolveSibling("dwh.fp"), 2);
                }

                assertEquals(port(other), port(wanted, installed), wanted.spec.toString());
                network.leadTo(one.port());
                assertEquals(port(one), port(wanted, installed), wanted.spec.toString());
            }
            assertEquals(
                    wanted.spec.containsKey("ca_cert") ? 0 : 1,
                    wanted.context.events().size());
        }
    }

    @EachClient
    void aServerThatLosesItsTlsIsRefusedAndTold(ClientProgram client) throws IOException {
        DatabaseServer one = mysql(STANDARD);
        Wanted wanted = wanted(client, one).with("ssl", true).with("ca_cert", ca(one));
        AtomicReference<Instant> now = hurried(wanted);
        try (TamperedNetwork network = new TamperedNetwork(one.port());
                Installed installed = wanted.with("port", network.port()).install("dwh")) {
            network.leadTo(mysql(STANDARD.with(ServerCertificate.NONE)).port());
            if (isToldFingerprints(client)) {
                now.updateAndGet(before -> before.plus(ShownCertificates.AGAIN));
                while (wanted.context.events().isEmpty()) {
                    Thread.onSpinWait();
                }
                assertEquals(
                        List.of(
                                "connection 'test': the certificate that the command line is to expect could not be looked"
                                        + " at, which is tried again every 0 s; only those seen before are accepted: connection"
                                        + " 'test': server 127.0.0.1:" + network.port()
                                        + " offers no TLS, and the connection"
                                        + " requires it; enable TLS at the server, or set ssl to false"),
                        wanted.context.events());
            }

            assertNotEquals(0, wanted.run(installed, "-e", "SELECT 1").status());
        }
    }

    @EachClient
    void aTokenWithoutTlsIsRefused(ClientProgram client) {
        Wanted wanted = wanted(client, sandbox.mysql());
        Credentials token = wanted.context.credentials();
        wanted.context.lend(new Credentials(
                token.user(), token.password(), Optional.of(Instant.now().plusSeconds(900))));

        assertEquals("connection 'test': a token is sent over TLS only: set ssl to true", refusal(wanted));
    }

    @EachClient
    void aCaFileMayHaveAnyPath(ClientProgram client) throws IOException {
        DatabaseServer server = sandbox.mysql();
        Path directory = Files.createDirectories(folder.resolve("it's \"a\" $(path) with spaces \\"));
        Path file = Files.copy(server.caFile(), directory.resolve("my ca.pem"));

        assertNotEquals("", cipher(wanted(client, server).with("ssl", true).with("ca_cert", file.toString())));
    }

    private boolean knowsFingerprints(ClientProgram client) {
        Client found = bench.found(client);
        return !found.isMariaDb() || found.isMariaDbFrom114();
    }

    private boolean isToldFingerprints(ClientProgram client) {
        return bench.found(client).isMariaDbFrom114();
    }

    /** Looked after all the time, by the clock that is returned. */
    private static AtomicReference<Instant> hurried(Wanted wanted) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        wanted.clock = now::get;
        wanted.look = Duration.ofMillis(10);
        return now;
    }

    private static void awaitLines(Path file, int count) throws IOException {
        while (Files.readAllLines(file).size() < count) {
            Thread.onSpinWait();
        }
    }

    private static String port(DatabaseServer server) {
        return server.port() + "\n";
    }

    private static String port(Wanted wanted, Installed installed) {
        Said said = wanted.run(installed, "--skip-column-names", "-e", "SELECT @@port");
        assertEquals("", said.err());
        return said.out();
    }

    private DatabaseServer mysql(ServerOptions options) {
        return servers(options).get(0);
    }

    private List<DatabaseServer> servers(ServerOptions options) {
        List<DatabaseServer> both = List.of(sandbox.mysql(options), sandbox.mariadb(options));
        both.forEach(CommandLineTlsTest::account);
        return both;
    }

    private static void account(DatabaseServer server) {
        new Accounts(server).create(USER, PASSWORD);
    }

    private Wanted identity(ClientProgram client, DatabaseServer server, String ca) {
        return wanted(client, server)
                .with("ssl", true)
                .with("ssl_mode", "verify-identity")
                .with("ca_cert", ca);
    }

    private Wanted wanted(ClientProgram client, DatabaseServer server) {
        return bench.wanted(client, USER, PASSWORD).at(server);
    }

    private static String ca(DatabaseServer server) {
        return server.caFile().toString();
    }

    private String otherCa() throws IOException {
        Path file = folder.resolve("other-ca.pem");
        try (InputStream stream =
                CommandLineTlsTest.class.getResourceAsStream("/io/lava4j/connector/mysql/three-authorities.pem")) {
            Files.write(file, stream.readAllBytes());
        }
        return file.toString();
    }

    private static boolean connects(Wanted wanted) {
        try {
            Said said = wanted.run("--skip-column-names", "-e", "SELECT 'in'");
            assertEquals(said.status() == 0 ? "in\n" : "", said.out(), said.err());
            return said.status() == 0;
        } catch (ConfigurationException refused) {
            return false;
        }
    }

    private static String cipher(Wanted wanted) {
        Said said = wanted.run("--skip-column-names", "-e", "SHOW SESSION STATUS LIKE 'Ssl_cipher'");
        assertEquals("", said.err());
        return said.out().replace("Ssl_cipher", "").strip();
    }

    private static String refusal(Wanted wanted) {
        return assertThrows(ConfigurationException.class, wanted::run).getMessage();
    }
}
