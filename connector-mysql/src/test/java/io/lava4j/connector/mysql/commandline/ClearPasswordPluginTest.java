package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Credentials;
import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's client has no plugins, Debian's has this one. */
@ExtendWith(SandboxExtension.class)
class ClearPasswordPluginTest {

    @TempDir
    Path folder;

    @Test
    void aClientIsAskedForIt(Sandbox sandbox) throws IOException {
        Workbench bench = new Workbench(sandbox, folder);
        List<ClientProgram> clients = ClientProgram.all().toList();

        assertFalse(new ClearPasswordPlugin(bench.found(clients.get(0))).isThere());
        assertTrue(new ClearPasswordPlugin(bench.found(clients.get(1))).isThere());
    }

    @Test
    void aTokenIsRefusedToAClientWithoutIt(Sandbox sandbox) throws IOException {
        Workbench bench = new Workbench(sandbox, folder);
        ClientProgram client = ClientProgram.ofSandbox();
        DatabaseServer server = sandbox.mysql();
        Wanted wanted = bench.wanted(client, "nobody", "secret")
                .at(server)
                .with("ssl", true)
                .with("ca_cert", server.caFile().toString());
        Credentials token = wanted.context.credentials();
        wanted.context.lend(new Credentials(
                token.user(), token.password(), Optional.of(Instant.now().plusSeconds(900))));

        assertEquals(
                "connection 'test': " + bench.found(client)
                        + " lacks the plugin mysql_clear_password, with which a token is sent; install a client that has"
                        + " it: MySQL's, or Debian's package mariadb-client-core",
                assertThrows(ConfigurationException.class, wanted::run).getMessage());
        try (Stream<Path> left = Files.list(wanted.directory())) {
            assertEquals(List.of(), left.toList());
        }
    }
}
