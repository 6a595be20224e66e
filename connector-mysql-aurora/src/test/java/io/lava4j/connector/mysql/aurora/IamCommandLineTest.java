package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.commandline.ClientOnPath;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.BufferedReader;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients log in with a token, in clear within TLS, at a server that checks tokens as AWS does. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class IamCommandLineTest {

    private static final Duration HALF_OF_ITS_LIFE = Duration.ofSeconds(450);
    private static final int TOKENS_OF_THREE_HOURS = 25;

    @TempDir
    private Path directory;

    private Sandbox sandbox;
    private AuroraServer aurora;
    private AwsSettings settings;
    private volatile Instant now = Instant.now();

    static Stream<ClientProgram> withPlugins() {
        return ClientProgram.all().filter(program -> !program.equals(ClientProgram.ofSandbox()));
    }

    @BeforeEach
    void start(Sandbox running) {
        sandbox = running;
        aurora = running.aurora();
        settings = AwsSettings.of(running);
    }

    @AfterEach
    void putBack() {
        settings.close();
        aurora.clock(InstantSource.system());
    }

    /** The client is this machine's, as PATH has it. */
    @Test
    void aTokenLogsInAndIsNowhereButInItsFile() throws Exception {
        IamConnection connection = IamConnection.to(aurora);
        Connector connector = new AuroraConnectorProvider().connect(connection.spec(), connection);
        try (Installed installed = ((Connector.CommandLine) connector).install(directory, "dwh")) {
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

    @ParameterizedTest
    @MethodSource("io.lava4j.sandbox.ClientProgram#all")
    void aTokenLogsInWithEveryClientThatCanSendItAndInEveryTlsMode(ClientProgram program) throws Exception {
        ClientOnPath client = new ClientOnPath(program.path(sandbox, directory), () -> now);
        for (String mode : List.of("required", "verify-ca", "verify-identity")) {
            IamConnection connection = IamConnection.to(aurora).with("ssl_mode", mode);
            if (mode.equals("required")) {
                connection.without("ca_cert");
            }
            Optional<String> refusal = refusal(program, client, mode);
            if (refusal.isPresent()) {
                String said = assertThrows(
                                ConfigurationException.class,
                                () -> client.install(connection.spec(), connection, directory))
                        .getMessage();
                assertTrue(
                        said.startsWith("connection 'test': " + client.description() + refusal.get()),
                        mode + ": " + said);
            } else {
                try (Installed installed = client.install(connection.spec(), connection, directory)) {
                    assertEquals(connection.spec.get("user") + "@localhost\n", run(installed, "SELECT USER()"), mode);
                }
            }
        }
    }

    /** One program calls the executable twice, and between the calls many tokens come and go. */
    @ParameterizedTest
    @MethodSource("withPlugins")
    void aProgramLogsInInTheThirdHourAsInTheFirst(ClientProgram program) throws Exception {
        ClientOnPath client = new ClientOnPath(program.path(sandbox, directory), () -> now);
        aurora.clock(() -> now);
        IamConnection connection = new IamConnection(new IamAuthentication(() -> now))
                .asNewUserOf(aurora)
                .with("ssl_mode", "verify-identity");
        try (Installed installed = client.install(connection.spec(), connection, directory)) {
            Process payload = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            "\"$0\" -N -e 'SELECT 1' </dev/null; read go; exec \"$0\" -N -e 'SELECT 2' </dev/null",
                            installed.executable().toString())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = payload.inputReader(StandardCharsets.UTF_8);
            assertEquals("1", said.readLine());

            Path options = installed.executable().resolveSibling("dwh.cnf");
            for (int tokens = 1; tokens < TOKENS_OF_THREE_HOURS; tokens++) {
                awaitNextToken(options);
            }
            payload.getOutputStream().write('\n');
            payload.getOutputStream().close();

            assertEquals("2", said.readLine());
            assertEquals(0, payload.waitFor());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(options)));
        }
        assertEquals(TOKENS_OF_THREE_HOURS, connection.made.size());
        assertEquals(List.of(), connection.events);
    }

    private void awaitNextToken(Path options) throws IOException {
        String before = Files.readString(options);
        now = now.plus(HALF_OF_ITS_LIFE);
        while (Files.readString(options).equals(before)) {
            Thread.onSpinWait();
        }
    }

    /** What the client is refused with; empty where it can do it. */
    private static Optional<String> refusal(ClientProgram program, ClientOnPath client, String mode) {
        if (mode.equals("required") && client.description().contains("(MariaDB 10.")) {
            return Optional.of(" cannot require TLS without verifying the server");
        }
        return program.equals(ClientProgram.ofSandbox())
                ? Optional.of(" lacks the plugin mysql_clear_password, with which a token is sent")
                : Optional.empty();
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
