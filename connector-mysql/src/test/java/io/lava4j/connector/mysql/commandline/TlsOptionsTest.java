package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each client is told, by what it says of itself: real clients of all these versions are not at hand. */
@ExtendWith(SandboxExtension.class)
class TlsOptionsTest {

    private static final String MYSQL_8 = "mysql  Ver 8.0.31 for Linux on x86_64 (MySQL Community Server - GPL)";
    private static final String MYSQL_9 = "mysql  Ver 9.7.4 for Linux";
    private static final String MARIADB_10_6 = "mariadb  Ver 15.1 Distrib 10.6.22-MariaDB, for debian-linux-gnu";
    private static final String MARIADB_10_11 = "mysql  Ver 15.1 Distrib 10.11.14-MariaDB, for debian-linux-gnu";
    private static final String MARIADB_11_4 = "mariadb from 11.4.5-MariaDB, client 15.2 for linux-systemd";
    private static final String MARIADB_11_8 = "mysql from 11.8.3-MariaDB, client 15.2";

    @TempDir
    Path folder;

    private DatabaseServer server;

    @BeforeEach
    void start(Sandbox sandbox) {
        server = sandbox.mysql();
    }

    @ParameterizedTest
    @ValueSource(strings = {MYSQL_8, MYSQL_9})
    void mySqlsClientKnowsEveryMode(String version) throws IOException {
        String ca = "ssl-ca=\"" + folder + "/dwh.pem\"";

        assertEquals(List.of(), tls(wanted(version).with("ca_cert", "/no/such/file")));
        assertEquals(List.of("ssl-mode=REQUIRED"), tls(wanted(version).with("ssl", true)));
        assertEquals(List.of(ca, "ssl-mode=VERIFY_CA"), tls(verifying(version)));
        assertEquals(
                List.of(ca, "ssl-mode=VERIFY_IDENTITY"), tls(verifying(version).with("ssl_mode", "verify-identity")));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARIADB_11_4, MARIADB_11_8})
    void mariaDbsFrom114IsToldTheCertificate(String version) throws Exception {
        assertEquals(
                List.of("plugin-dir=\"" + folder + "/dwh.set-ssl-to-true-for\"", "skip-ssl-verify-server-cert"),
                tls(wanted(version)));
        for (Wanted wanted : List.of(wanted(version).with("ssl", true), verifying(version))) {
            try (var installed = wanted.install("dwh")) {
                Path list = installed.executable().resolveSibling("dwh.fp");

                assertEquals(fingerprint() + "\n", Files.readString(list));
                assertTrue(Files.readString(installed.executable().resolveSibling("dwh.cnf"))
                        .contains("\nssl-fplist=\"" + list + "\"\n"));
            }
        }
        assertEquals(
                List.of("ssl-ca=\"" + folder + "/dwh.pem\"", "ssl-verify-server-cert"),
                tls(verifying(version).with("ssl_mode", "verify-identity")));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARIADB_10_6, MARIADB_10_11})
    void mariaDbsBefore114VerifiesAllOrNothing(String version) throws IOException {
        List<String> verified = List.of("ssl-ca=\"" + folder + "/dwh.pem\"", "ssl-verify-server-cert");

        assertEquals(List.of("plugin-dir=\"" + folder + "/dwh.set-ssl-to-true-for\""), tls(wanted(version)));
        assertEquals(verified, tls(verifying(version)));
        assertEquals(verified, tls(verifying(version).with("ssl_mode", "verify-identity")));
        Wanted required = wanted(version).with("ssl", true);
        assertEquals(
                "connection 'test': client '" + folder + "/mysql' ("
                        + ClientVersion.parse(version).orElseThrow()
                        + ") cannot require TLS without verifying the server: it would go on in plain text with one that"
                        + " offers no TLS; name the server's CA in ca_cert, or install MySQL's client, or MariaDB's from"
                        + " 11.4 on",
                assertThrows(ConfigurationException.class, required::options).getMessage());
        assertEquals(List.of("mysql"), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {MYSQL_9, MARIADB_10_11})
    void theFileOfCertificatesIsOursAndClean(String version) throws IOException {
        Path bundle = folder.resolve("theirs.pem");
        Files.writeString(bundle, "# text\n" + Files.readString(server.caFile()) + "\0");
        Wanted wanted = verifying(version).with("ca_cert", bundle.toString());

        try (var installed = wanted.install("dwh")) {
            String pem = Files.readString(installed.executable().resolveSibling("dwh.pem"));

            assertEquals(Files.readString(server.caFile()), pem);
        }
        assertEquals(List.of("mysql", "theirs.pem"), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {MYSQL_9})
    void withoutCaTheJavaRuntimesAuthoritiesAreHandedOver(String version) throws IOException {
        try (var installed = wanted(version).with("ssl_mode", "verify-identity").install("dwh")) {
            String pem = Files.readString(installed.executable().resolveSibling("dwh.pem"));

            assertTrue(pem.startsWith("-----BEGIN CERTIFICATE-----\n"), pem);
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Those lines of the option file that are not in every one. */
    private static List<String> tls(Wanted wanted) {
        return wanted.options().lines().filter(line -> line.contains("ssl")).toList();
    }

    private Wanted verifying(String version) throws IOException {
        return wanted(version).with("ssl", true).with("ca_cert", server.caFile().toString());
    }

    private Wanted wanted(String version) throws IOException {
        Path client = folder.resolve("mysql");
        Files.writeString(client, "#!/bin/sh\necho '" + version + "'\n");
        assertTrue(client.toFile().setExecutable(true));
        return new Wanted(folder, folder.toString(), "nobody", "secret").at(server);
    }

    private String fingerprint() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(server.caFile().resolveSibling("localhost.pem"))) {
            byte[] certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded();
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        }
    }
}
