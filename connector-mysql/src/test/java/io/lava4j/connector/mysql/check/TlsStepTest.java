package io.lava4j.connector.mysql.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Connector.Grade;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What time does to a certificate: seen by clocks that are ahead. */
@ExtendWith(SandboxExtension.class)
class TlsStepTest {

    @Test
    void aCertificateThatExpiresSoonIsAWarningAndOneThatHasExpiredAFailure(Sandbox sandbox) throws Exception {
        DatabaseServer server = sandbox.mysql();
        Instant end = end(server);

        Finding soon = found(server, end.minus(Duration.ofDays(29)));
        assertEquals(Grade.WARNING, soon.grade());
        assertTrue(soon.seen().contains(", good until "), soon.seen());
        assertEquals("have the server's certificate renewed", soon.remedy());

        Finding over = found(server, end.plusSeconds(1));
        assertEquals(Grade.FAILED, over.grade());
        assertTrue(over.seen().matches(".*, expired on 20\\d\\d-\\d\\d-\\d\\d"), over.seen());
        assertEquals(
                "have the server's certificate renewed; openssl s_client -starttls mysql -showcerts -connect 127.0.0.1:"
                        + server.port() + " </dev/null",
                over.remedy());

        assertEquals(Grade.OK, found(server, end.minus(Duration.ofDays(31))).grade());
    }

    private static Finding found(DatabaseServer server, Instant now) throws IOException {
        Map<String, Object> spec = Map.of(
                "host", server.host(),
                "port", server.port(),
                "database", "mysql",
                "ssl", true,
                "ca_cert", server.caFile().toString());
        ConnectionSettings settings = ConnectionSettings.of(
                new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> ""));
        try (Conversation talk = Conversation.begin(new InetSocketAddress(server.host(), server.port()))) {
            return new TlsStep(settings, () -> now).found(talk);
        }
    }

    private static Instant end(DatabaseServer server) throws Exception {
        try (var in = Files.newInputStream(server.caFile().resolveSibling("localhost.pem"))) {
            X509Certificate shown =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return shown.getNotAfter().toInstant();
        }
    }
}
