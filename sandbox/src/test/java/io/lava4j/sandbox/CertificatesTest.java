package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    private Path folder;

    @Test
    void oneCaSignsEveryServersCertificateAndItsOwnKeyIsGone() throws Exception {
        new Certificates().fill(folder);

        X509Certificate ca = read(Certificates.caIn(folder));
        assertTrue(ca.getBasicConstraints() >= 0, "the CA's certificate is not one of a CA");
        for (var certificate : List.of(ServerCertificate.LOCALHOST, ServerCertificate.ELSEWHERE)) {
            read(Certificates.certificateIn(folder, certificate)).verify(ca.getPublicKey());
        }
        assertEquals(List.of("ca.pem", "elsewhere.key", "elsewhere.pem", "localhost.key", "localhost.pem"), names());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Certificates.keyIn(folder, ServerCertificate.LOCALHOST))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
