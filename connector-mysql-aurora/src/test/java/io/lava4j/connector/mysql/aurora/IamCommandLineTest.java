package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client of this machine logs in with a token, at a server that checks tokens as AWS does. */
@ExtendWith(SandboxExtension.class)
@Timeout(120)
class IamCommandLineTest {

    private static final Duration LIFE = Duration.ofMinutes(15);

    @TempDir
    private Path directory;

    private AuroraServer aurora;
    private AwsSettings settings;
    private volatile Duration behind = Duration.ZERO;

    @BeforeEach
    void start(Sandbox sandbox) {
        aurora = sandbox.aurora();
        settings = AwsSettings.of(sandbox);
    }

    @AfterEach
    void putBack() {
        settings.close();
        aurora.clock(InstantSource.system());
    }

    @Test
    void aTokenLogsInAndIsNowhereButInItsFile() throws Exception {
        IamConnection connection = IamConnection.to(aurora);
        try (Installed installed = install(connection)) {
            assertEquals(connection.spec.get("user") + "@localhost\n", run(installed, "SELECT USER()"));

            String seen = run(installed, "system cat /proc/$PPID/cmdline /proc/$PPID/environ");
            assertTrue(seen.contains("--defaults-file="), seen);
            assertFalse(
                    seen.contains("X-Amz")
                            || Files.readString(installed.executable()).contains("X-Amz"),
                    seen);
        }
        assertEquals(List.of(), connection.events);
    }

    @Test
    void theTokenIsReplacedBeforeItEnds() throws Exception {
        behind = LIFE.minusSeconds(2);
        IamConnection connection =
                new IamConnection(new IamAuthentication(() -> Instant.now().minus(behind)));
        try (Installed installed = install(connection.asNewUserOf(aurora))) {
            Path options = installed.executable().resolveSibling("dwh.cnf");
            String first = Files.readString(options);
            behind = Duration.ZERO;
            while (Files.readString(options).equals(first)) {
                Thread.onSpinWait();
            }
            aurora.clock(() -> Instant.now().plusSeconds(60));

            assertEquals("1\n", run(installed, "SELECT 1"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(options)));
            assertEquals(2, connection.made.size());
        }
        assertEquals(List.of(), connection.events);
    }

    private Installed install(IamConnection connection) {
        Connector connector = new AuroraConnectorProvider().connect(connection.spec(), connection);
        return ((Connector.CommandLine) connector).install(directory, "dwh");
    }

    private static String run(Installed installed, String statement) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(installed.executable().toString(), "--skip-column-names", "-e", statement)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
