package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Credentials;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class TlsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void withoutSslTlsIsUsedWhereItIsOfferedAndCaCertIgnored(Product product, Sandbox sandbox) throws SQLException {
        Load load = load(product.in(sandbox)).with("ca_cert", "/no/such/file");

        assertNotEquals("", cipher(load));
        assertEquals(List.of(), load.context.events);
    }

    @ParameterizedTest
    @EnumSource
    void sslWithoutCaSaysOnceThatNothingIsVerified(Product product, Sandbox sandbox) throws SQLException {
        Load load = load(product.in(sandbox)).with("ssl", "yes");
        MySqlConnection connection = load.connection();

        connection.open().close();
        connection.open().close();

        assertEquals(
                List.of("connection 'test': the certificate of server 127.0.0.1:" + load.spec.get("port")
                        + " is not verified; name its CA in ca_cert"),
                load.context.events);
    }

    @Test
    void aTokenThatGoesToAServerThatNobodyHasVerifiedIsALouderWarning(Sandbox sandbox) throws SQLException {
        Load load = load(sandbox.mysql()).with("ssl", true);
        Credentials password = load.context.credentials;
        load.context.credentials = new Credentials(
                password.user(), password.password(), Optional.of(Instant.now().plusSeconds(900)));

        load.connection().open().close();

        assertEquals(
                List.of("connection 'test': the certificate of server 127.0.0.1:" + load.spec.get("port")
                        + " is not verified, and every login hands it a token: WHOEVER ANSWERS IN ITS PLACE CAN LOG IN"
                        + " with that token as user '" + password.user()
                        + "' until it expires; name its CA in ca_cert"),
                load.context.events);
    }

    @ParameterizedTest
    @EnumSource
    void sslModeRequiredSaysThatItIgnoresTheCa(Product product, Sandbox sandbox) throws SQLException {
        Load load = load(product.in(sandbox)).with("ssl_mode", "required").with("ca_cert", "/no/such/file");

        assertNotEquals("", cipher(load));
        assertEquals(
                List.of("connection 'test': the certificate of server 127.0.0.1:" + load.spec.get("port")
                        + " is not verified; ssl_mode 'required' ignores ca_cert: use verify-ca"),
                load.context.events);
    }

    @ParameterizedTest
    @EnumSource
    void sslWithCaVerifiesTheChain(Product product, Sandbox sandbox) throws SQLException {
        DatabaseServer server = product.elsewhere(sandbox);
        Load load =
                load(server).with("ssl", true).with("ca_cert", server.caFile().toString());

        assertNotEquals("", cipher(load));
        assertEquals(List.of(), load.context.events);
    }

    @ParameterizedTest
    @EnumSource
    void verifyIdentityChecksTheHostNameToo(Product product, Sandbox sandbox) throws SQLException {
        DatabaseServer fitting = product.in(sandbox);
        DatabaseServer elsewhere = product.elsewhere(sandbox);

        assertNotEquals("", cipher(identity(fitting)));
        assertEquals(
                "connection 'test': server 127.0.0.1:" + elsewhere.port()
                        + " shows a certificate for another host name than '127.0.0.1'; use the name in the certificate, or ssl_mode verify-ca",
                refusal(identity(elsewhere)));
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithoutTlsIsRefusedWhereTlsIsRequired(Product product, Sandbox sandbox) {
        DatabaseServer server = product.withoutTls(sandbox);

        String expected = "connection 'test': server 127.0.0.1:" + server.port()
                + " offers no TLS, and the connection requires it; enable TLS at the server, or set ssl to false";

        assertEquals(expected, refusal(load(server).with("ssl", true)));
        assertEquals(expected, refusal(load(server).with("ssl_mode", "required")));
        assertEquals(expected, refusal(load(server).with("ssl_mode", "verify-ca")));
    }

    @ParameterizedTest
    @EnumSource
    void aCaThatDoesNotFitIsNamed(Product product, Sandbox sandbox) throws IOException {
        DatabaseServer server = product.in(sandbox);
        Path other = folder.resolve("other-ca.pem");
        Files.write(other, resource("three-authorities.pem"));

        String refusal = refusal(load(server).with("ssl", true).with("ca_cert", other.toString()));

        assertTrue(
                refusal.startsWith("connection 'test': server 127.0.0.1:" + server.port()
                        + " shows a certificate that no CA of ca_cert '" + other + "' has signed ("),
                refusal);
    }

    @ParameterizedTest
    @EnumSource
    void withoutCaTheTrustStoreOfTheJavaRuntimeCounts(Product product, Sandbox sandbox) {
        String refusal = refusal(load(product.in(sandbox)).with("ssl_mode", "verify-ca"));

        assertTrue(
                refusal.contains("shows a certificate that no CA of the Java runtime's trust store has signed"),
                refusal);
    }

    @ParameterizedTest
    @EnumSource
    void aBundleOfSeveralWithNulBytesBetweenThemIsReadWhole(Product product, Sandbox sandbox)
            throws IOException, SQLException {
        DatabaseServer server = product.in(sandbox);
        Path bundle = folder.resolve("bundle.pem");
        String others = new String(resource("three-authorities.pem"), StandardCharsets.ISO_8859_1);
        Files.writeString(bundle, "# ours\n" + others + "\0" + Files.readString(server.caFile()) + "\0");

        Load load = load(server).with("ssl", true).with("ca_cert", bundle.toString());

        assertNotEquals("", cipher(load));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        load.context.privateDirectory().resolve("ca.jks"))));
    }

    @Test
    void aCaFileThatIsNoneIsNamedBeforeDialling(Sandbox sandbox) throws IOException {
        DatabaseServer server = sandbox.mysql();
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path text = Files.writeString(folder.resolve("text.pem"), "not a certificate");
        Path cut = Files.writeString(
                folder.resolve("cut.pem"), Files.readString(server.caFile()) + "-----BEGIN CERTIFICATE-----\nMII");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        String notPem = "' is not PEM: certificates between BEGIN CERTIFICATE and END CERTIFICATE were expected";

        assertEquals(
                "connection 'test': ca_cert '" + missing + "' cannot be read (java.nio.file.NoSuchFileException: "
                        + missing + ")",
                refusal(withCa(server, missing)));
        assertEquals("connection 'test': ca_cert '" + empty + notPem, refusal(withCa(server, empty)));
        assertEquals("connection 'test': ca_cert '" + text + notPem, refusal(withCa(server, text)));
        assertEquals("connection 'test': ca_cert '" + cut + notPem, refusal(withCa(server, cut)));
        assertTrue(refusal(withCa(server, broken))
                .startsWith("connection 'test': ca_cert '" + broken + "' holds a certificate that cannot be decoded"));
    }

    private static Load withCa(DatabaseServer server, Path file) {
        return load(server).with("ssl", true).with("ca_cert", file.toString());
    }

    private static Load identity(DatabaseServer server) {
        return load(server)
                .with("ssl_mode", "verify-identity")
                .with("ca_cert", server.caFile().toString());
    }

    private static Load load(DatabaseServer server) {
        return Load.asRoot(server, "information_schema");
    }

    private static String refusal(Load load) {
        return assertThrows(
                        ConfigurationException.class, () -> load.connection().open())
                .getMessage();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = TlsTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static String cipher(Load load) throws SQLException {
        try (Connection connection = load.connection().open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
            result.next();
            return result.getString(2);
        }
    }
}
