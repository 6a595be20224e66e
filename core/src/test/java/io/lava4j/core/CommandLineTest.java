package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection opened for a person or a program, outside of any job. */
final class CommandLineTest {

    @TempDir
    Path directory;

    private Workspace specs;
    private boolean breaking;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        specs.secret("lava/dev/dwh", "hunter2");
        write(Workspace.CONNECTION.replace("type: sample", "type: terminal"));
    }

    @Test
    void anExecutableIsThereUntilItIsClosed() throws IOException {
        Path executable;
        try (Lava lava = lava();
                Connector.Installed installed = lava.commandLine("dwh")) {
            executable = installed.executable();

            assertEquals("loader/hunter2", Files.readString(executable));
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(executable.getParent())));
            assertEquals(List.of("opened"), specs.heard);
        }
        assertTrue(Files.notExists(executable.getParent()));
        assertEquals(List.of("opened", "removed", "closed"), specs.heard);
    }

    @Test
    void whatCannotBeInstalledLeavesNothingOpen() {
        breaking = true;
        try (Lava lava = lava()) {
            assertEquals("no client", refusal(lava, "dwh"));
        }
        assertEquals(List.of("opened", "closed"), specs.heard);
    }

    @Test
    void aConnectionThatNoProgramOpensIsNamed() {
        write(Workspace.CONNECTION);
        try (Lava lava = lava()) {
            assertEquals(
                    "connection 'dwh' cannot be used for this: its type 'sample' offers no CommandLine: no executable that"
                            + " opens it; name a connection of a type that does",
                    refusal(lava, "dwh"));
        }
        assertEquals(List.of("opened dwh", "closed dwh"), specs.heard);
    }

    @Test
    void aConnectionIsRefusedAsInARun() throws IOException {
        Path file = write(Workspace.CONNECTION.replace("enabled: true", "enabled: false"));
        try (Lava lava = lava()) {
            assertEquals("connection 'dwh' is not enabled: set 'enabled: true' in " + file, refusal(lava, "dwh"));
            assertEquals(
                    "connection 'x': there is none in directory '" + directory
                            + "'; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                    refusal(lava, "x"));
        }
        Files.delete(directory.resolve("realm.yaml"));
        try (Lava lava = lava()) {
            assertEquals(
                    "connection 'dwh': no realm is given: name one (--realm or LAVA_REALM); a directory of specs may name"
                            + " its own in a realm file",
                    refusal(lava, "dwh"));
        }
        assertEquals(List.of(), specs.heard);
    }

    @Test
    void aMistypedConnectionIsAnsweredWithTheNearest() {
        write(Workspace.CONNECTION);
        try (Lava lava = lava()) {
            assertEquals(
                    "connection 'dhw': there is none in directory '" + directory + "'; did you mean 'dwh'?",
                    refusal(lava, "dhw"));
        }
    }

    private Path write(String connection) {
        return specs.write("connections/dwh.yaml", connection);
    }

    private Lava lava() {
        StubDiscovery discovery = new StubDiscovery()
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(ConnectorProvider.class, new Terminals());
        return specs.builder().discovery(discovery).build();
    }

    private static String refusal(Lava lava, String connId) {
        return assertThrows(LavaException.class, () -> lava.commandLine(connId)).getMessage();
    }

    /** Type {@code terminal}: sample, and a file for a program. */
    private final class Terminals implements ConnectorProvider {

        @Override
        public Set<String> types() {
            return Set.of("terminal");
        }

        @Override
        public String schema(String type) {
            return "{\"$ref\": \"lava4j:connector/sample\", \"properties\": {}}";
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            context.event("opened");
            return new Terminal(context);
        }
    }

    private final class Terminal implements Connector, Connector.CommandLine {

        private final ConnectorProvider.Context context;

        Terminal(ConnectorProvider.Context context) {
            this.context = context;
        }

        @Override
        public Installed install(Path folder, String name) {
            if (breaking) {
                throw new ConfigurationException("no client");
            }
            String content = context.credentials().user() + "/"
                    + context.credentials().password().reveal();
            try {
                Path file = Files.writeString(folder.resolve(name), content);
                return new Installed() {
                    @Override
                    public Path executable() {
                        return file;
                    }

                    @Override
                    public void close() {
                        context.event("removed");
                    }
                };
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public void close() {
            context.event("closed");
        }
    }
}
