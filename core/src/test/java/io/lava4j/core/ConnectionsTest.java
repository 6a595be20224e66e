package io.lava4j.core;

import static io.lava4j.core.Vault.login;
import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections of a run: which are opened, which are refused, what is given back. */
final class ConnectionsTest {

    @TempDir
    Path directory;

    private Workspace specs;
    private Path file;
    private final Vault store = new Vault();

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
        file = specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("login dwh");
    }

    @Test
    void theNameOfTheApplicationCanBeConfigured() {
        specs.write("realm.yaml", "realm: dev\nconfig: {program_name: 'etl {job_id} in {realm}'}\n");
        specs.job("describe dwh");
        store.parameters.put("/lava/dev/dwh", "x");

        assertTrue(events(specs.run(store)).contains("db.example.com:3306 - as etl load in dev"));
    }

    @Test
    void aConnectionThatIsNotEnabledIsRefusedBeforeAnySecretIsRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("enabled: true\n", ""));

        JobResult result = specs.run(store);

        assertEquals("connection 'dwh' is not enabled: set 'enabled: true' in " + file, error(result));
        assertEquals(2, result.exitStatus());
        assertEquals(List.of(), store.asked);
    }

    @Test
    void anInvalidConnectionIsRefusedBeforeAnySecretIsRead() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("port: 3306", "port: none"));

        assertEquals(
                "connection 'dwh' is not valid, 1 fault:\n  " + file
                        + ":6:7: /port: 'none': expected a port, 1 to 65535",
                error(specs.run(store)));
        assertEquals(List.of(), store.asked);
    }

    @Test
    void aConnectionThatIsNotThereIsAnError() {
        specs.job("login other");

        assertEquals(
                "connection 'other': there is none in directory '" + directory
                        + "'; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                error(specs.run(store)));
    }

    @Test
    void aConnectionOfAnUnknownTypeIsToldWithItsPlace() {
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("type: sample", "type: sampel"));

        assertEquals(
                file + ":2:7: /type: connector type 'sampel' is unknown; did you mean 'sample'? "
                        + "Known on the class path: sample, sample-token",
                error(specs.run(store)));
    }

    @Test
    void aConnectionThatCannotDoWhatTheJobNeedsIsNamed() {
        specs.job("sql dwh");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals(
                "connection 'dwh' cannot be used for this: its type 'sample' offers no SqlSource; name a connection of a type that does",
                error(specs.run(store)));
    }

    @Test
    void connectionsAreOpenedOnceAndClosedInReverse() {
        specs.write("connections/a.yaml", Workspace.CONNECTION.replace("dwh\ntype", "a\ntype"));
        specs.write("connections/b.yaml", Workspace.CONNECTION.replace("dwh\ntype", "b\ntype"));
        specs.job("open a", "open b", "open a", "event work");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals(List.of("opened a", "opened b", "work", "closed b", "closed a"), events(specs.run(store)));
    }

    @Test
    void connectionsAreClosedAfterAFailureToo() {
        specs.job("open dwh", "break");
        store.parameters.put("/lava/dev/dwh", "x");

        assertEquals(List.of("opened dwh", "closed dwh"), events(specs.run(store)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event done", "fail", "break"})
    void aPrivateDirectoryIsForItsOwnerAloneAndGoneAfterwards(String end) {
        specs.job("private dwh", end);
        store.parameters.put("/lava/dev/dwh", "x");

        JobResult result = specs.run(store);

        assertEquals(3, result.fields().get("permissions"), "read, write and search, of the owner");
        assertTrue(Files.notExists(Path.of((String) result.fields().get("directory"))));
    }

    @Test
    void aRegionIsReadOfAnyConnection() {
        specs.write("connections/s3.yaml", "conn_id: s3\ntype: aws\nregion: ap-southeast-2\n");
        specs.write("objects/none/k", "");
        specs.job("region s3");
        assertEquals(0, specs.run(store).exitStatus());

        specs.job("region missing");
        assertEquals(
                "connection 'missing': there is none in directory '" + directory
                        + "'; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                error(specs.run(store)));
    }

    @Test
    void withoutAStoreOfSecretsAnErrorSaysWhereOneWasLookedFor() {
        JobResult result = specs.run();

        assertEquals(
                "secrets cannot be read: no module of this installation keeps them, and there is no directory '"
                        + directory.resolve("secrets")
                        + "'; add such a module, or make that directory",
                error(result));
        assertEquals(PluginException.class, result.failure().orElseThrow().getClass());
    }

    @Test
    void secretsBesideTheSpecsWinOverTheInstallationsOwn() {
        specs.secret("lava/dev/dwh", "local\n");
        store.parameters.put("/lava/dev/dwh", "installed");
        StubDiscovery discovery = new StubDiscovery()
                .with(JobProvider.class, new SampleJobs())
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(SecretStore.class, store);

        try (Lava lava = specs.builder().discovery(discovery).build()) {
            assertTrue(events(lava.run(JobRequest.job("load"))).contains(login("loader", "local")));
        }
        assertFalse(store.closed, "never opened, never closed");
    }

    @Test
    void theEngineClosesTheInstallationsStoreAndNoOther() {
        store.parameters.put("/lava/dev/dwh", "installed");
        specs.run(store);
        assertFalse(store.closed, "given by the caller, closed by the caller");

        StubDiscovery discovery = new StubDiscovery()
                .with(JobProvider.class, new SampleJobs())
                .with(ConnectorProvider.class, new SampleConnectors())
                .with(SecretStore.class, store);
        try (Lava lava = specs.builder().discovery(discovery).build()) {
            assertTrue(events(lava.run(JobRequest.job("load"))).contains(login("loader", "installed")));
        }
        assertTrue(store.closed);
    }
}
