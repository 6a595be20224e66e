package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
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
    void theStandardCertificateFitsBothNamesOfThisMachine(Product product, Sandbox sandbox) throws Exception {
        StrictClient client = client(product.in(sandbox));

        for (String host : new String[] {"127.0.0.1", "localhost"}) {
            try (Connection connection = client.connect(host, "VERIFY_IDENTITY")) {
                assertNotEquals("", cipher(connection), "no TLS with " + host);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVariantHasACertificateOfTheSameCaForAnotherName(Product product, Sandbox sandbox) throws Exception {
        StrictClient client =
                client(product.in(sandbox, ServerOptions.standard().with(ServerCertificate.ELSEWHERE)));

        try (Connection connection = client.connect("127.0.0.1", "VERIFY_CA")) {
            assertNotEquals("", cipher(connection), "no TLS");
        }
        var refused = assertThrows(SQLException.class, () -> client.connect("127.0.0.1", "VERIFY_IDENTITY"));
        String message = rootCause(refused);
        assertTrue(message.contains("entries matched the server hostname/IP '127.0.0.1'"), message);
    }

    @ParameterizedTest
    @EnumSource
    void aVariantOffersNoTls(Product product, Sandbox sandbox) throws Exception {
        DatabaseServer server = product.in(sandbox, ServerOptions.standard().with(ServerCertificate.NONE));
        StrictClient client = client(server);

        var refused = assertThrows(SQLException.class, () -> client.connect("127.0.0.1", "REQUIRED"));

        assertEquals("08001", refused.getSQLState(), refused.getMessage());
        try (Connection connection = server.connect()) {
            assertEquals("", cipher(connection));
        }
    }

    private static String rootCause(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : rootCause(failure.getCause());
    }

    private StrictClient client(DatabaseServer server) throws IOException, GeneralSecurityException {
        return StrictClient.of(server.newDatabase(), server.caFile(), folder);
    }

    private static String cipher(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
            assertTrue(rows.next(), "the server does not say which cipher it uses");
            return rows.getString(2);
        }
    }
}
