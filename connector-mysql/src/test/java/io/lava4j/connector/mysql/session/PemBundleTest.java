package io.lava4j.connector.mysql.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PemBundleTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path endless = Files.createSymbolicLink(directory.resolve("ca.pem"), Path.of("/dev/zero"));
        PemBundle bundle = new PemBundle("connection 'x'", endless);

        assertEquals(
                "connection 'x': ca_cert '" + endless
                        + "' is larger than 4194304 bytes; is it a file of CA certificates?",
                assertThrows(ConfigurationException.class, bundle::keyStore).getMessage());
    }
}
