package io.lava4j.connector.mysql.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no server of the sandbox does: it would not start. */
class LoginFailureTest {

    @Test
    void aCertificateThatHasExpiredIsToldAsSuch() {
        Spec spec = new Spec(
                "connection 'dwh'",
                Map.of("type", "mysql", "host", "db.example", "port", 3306, "database", "lava", "user", "lava"),
                Path.of("").toAbsolutePath(),
                pointer -> "");
        SQLException ofDriver = new SQLException(
                "Communications link failure",
                "08S01",
                new CertificateExpiredException("NotAfter: Sun Nov 01 00:00:00 UTC 2026"));

        assertEquals(
                "connection 'dwh': server db.example:3306 shows a certificate that has expired (NotAfter: Sun Nov 01"
                        + " 00:00:00 UTC 2026); have it renewed",
                assertThrows(ConfigurationException.class, () -> new LoginFailure(ConnectionSettings.of(spec), "lava")
                                .translate(ofDriver))
                        .getMessage());
    }
}
