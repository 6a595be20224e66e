package io.lava4j.core.plugin;

import static io.lava4j.core.plugin.PluginDirectory.INSTALLATION;
import static io.lava4j.core.plugin.PluginDirectory.JOBS;
import static io.lava4j.core.plugin.PluginDirectory.MODULE;
import static io.lava4j.core.plugin.PluginDirectory.faults;
import static io.lava4j.core.plugin.PluginDirectory.jobs;
import static io.lava4j.core.plugin.PluginDirectory.notes;
import static io.lava4j.core.plugin.PluginDirectory.requiring;
import static io.lava4j.core.plugin.PluginDirectory.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in folders: which are used, and with what. */
final class PluginFoldersTest {

    @TempDir
    private Path directory;

    private PluginDirectory plugins;

    @BeforeEach
    void open() throws IOException {
        plugins = new PluginDirectory(directory);
    }

    @Test
    void aModuleIsFoundWithVersionJarAndFolder() throws IOException {
        Path jar = plugins.of(MODULE, JOBS).version("3.1").jar(plugins.root.resolve("acme/acme-jobs.jar"));

        PluginFolders folders = plugins.folders();

        assertEquals(List.of(), faults(folders));
        Found<?> found = jobs(folders).get(0);
        assertTrue(found.provider().isPresent());
        assertEquals("com.acme.Jobs", found.className());
        assertEquals(new Origin("com.acme", "3.1", jar.toString(), "acme"), found.origin());
        assertTrue(folders.inFolders(JobProvider.class));
        assertFalse(folders.inFolders(ConnectorProvider.class));
        assertEquals("the stub and in " + plugins.root, folders.description());
    }

    @Test
    void aJarWithoutAModuleInfoIsAModuleWhenItNamesItsProviders() throws IOException {
        plugins.of(JOBS)
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(plugins.root.resolve("acme/acme-jobs-3.1.jar"));

        PluginFolders folders = plugins.folders();

        assertEquals(List.of(), faults(folders));
        Origin origin = jobs(folders).get(0).origin();
        assertEquals("acme.jobs 3.1", origin.module() + " " + origin.version());
    }

    @Test
    void noClassOfAPluginIsLoadedBeforeItsServiceIsWanted() throws Exception {
        plugins.of(MODULE, jobs("com.acme", "static { System.setProperty(\"com.acme.loaded\", \"yes\"); }"))
                .jar(plugins.root.resolve("acme/acme.jar"));
        PluginFolders folders = plugins.folders();
        folders.find(service(ConnectorProvider.class));
        assertEquals(Optional.empty(), Optional.ofNullable(System.getProperty("com.acme.loaded")));

        folders.find(service(JobProvider.class));
        assertEquals("yes", System.clearProperty("com.acme.loaded"));
    }

    @Test
    void theInstallationsOwnComeFirstAndOnce() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme.jar"));
        StubDiscovery installed = new StubDiscovery().withFaulty(service(JobProvider.class), "io.own.Jobs", "boom");

        assertEquals(
                List.of("io.own.Jobs", "com.acme.Jobs"),
                new PluginFolders(installed, INSTALLATION, plugins.root)
                        .find(service(JobProvider.class)).stream()
                                .map(Found::className)
                                .toList());
    }

    @Test
    void aProviderOfALayerBelowIsNotFoundAgain() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme.jar"));
        Path other = Files.createDirectory(directory.resolve("other"));
        plugins.of(
                        """
                        module org.other {
                            requires io.lava4j.core;
                            provides io.lava4j.core.spi.JobProvider with org.other.Jobs;
                        }""",
                        jobs("org.other", ""))
                .jar(other.resolve("other/other.jar"));
        Installation below =
                new Installation(PluginModules.of(new PluginFolder(plugins.root.resolve("acme")), INSTALLATION)
                        .layer(INSTALLATION)
                        .layer());

        assertEquals(
                List.of("org.other.Jobs"),
                jobs(new PluginFolders(new StubDiscovery(), below, other)).stream()
                        .map(Found::className)
                        .toList());
    }

    @Test
    void twoPluginsHavePrivateVersionsOfOneLibrary() throws IOException {
        plugins.greeter("one", "1.0", "hello");
        plugins.greeter("two", "2.0", "hi");

        List<Found<?>> found = jobs(plugins.folders());

        assertEquals(
                List.of("hello", "hi"),
                found.stream()
                        .map(job -> job.provider().orElseThrow().toString())
                        .toList());
    }

    @Test
    void aPrivateVersionOfALibraryOfTheInstallationIsThePluginsOwn() throws IOException {
        Path json = plugins.library("tools.jackson.core", plugins.root.resolve("acme/jackson-core-1.0.jar"));
        plugins.of(requiring("tools.jackson.core"), JOBS)
                .on(Workshop.core(), json)
                .jar(plugins.root.resolve("acme/acme.jar"));

        PluginFolders folders = plugins.folders();

        assertEquals(List.of(), faults(folders));
        assertEquals(List.of(), notes(folders));
        Module own = own(folders, "tools.jackson.core");
        assertNotSame(INSTALLATION.layer().findModule("tools.jackson.core").orElseThrow(), own);
    }

    @Test
    void aPluginSeesNoClassOfALibraryThatItDoesNotRead() throws IOException {
        plugins.of(
                        MODULE,
                        jobs(
                                "com.acme",
                                """
                                @Override public String toString() {
                                    try {
                                        return Class.forName("tools.jackson.core.JsonParser").getName();
                                    } catch (ClassNotFoundException none) {
                                        return "none";
                                    }
                                }"""))
                .jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(
                "none", jobs(plugins.folders()).get(0).provider().orElseThrow().toString());
    }

    @Test
    void besideAnAutomaticModuleTheInstallationsLibraryIsUsedAndThatIsSaid() throws IOException {
        Path json = plugins.library("tools.jackson.core", plugins.root.resolve("acme/jackson-core-1.0.jar"));
        plugins.of("package old.driver; public class Driver {}").jar(plugins.root.resolve("acme/old-driver-5.jar"));
        plugins.of(requiring("tools.jackson.core"), JOBS)
                .on(Workshop.core(), json)
                .jar(plugins.root.resolve("acme/acme.jar"));

        PluginFolders folders = plugins.folders();

        assertEquals(List.of(), faults(folders));
        Origin ours = INSTALLATION.origin("tools.jackson.core", "acme");
        assertEquals(
                List.of("plugin 'acme': 'tools.jackson.core' " + ours.version()
                        + " of the installation is used instead of its own jackson-core-1.0.jar"),
                notes(folders));
        assertEquals(
                List.of(ours),
                folders.remarks().stream().map(entry -> entry.found().origin()).toList());
        assertSame(
                INSTALLATION.layer().findModule("tools.jackson.core").orElseThrow(),
                own(folders, "tools.jackson.core"));
    }

    @Test
    void theLoggersInterfaceIsTheInstallations() throws IOException {
        Path log = plugins.of("module org.slf4j { exports org.slf4j; }", "package org.slf4j; public class Logger {}")
                .version("1.7")
                .on()
                .jar(plugins.root.resolve("acme/slf4j-api-1.7.jar"));
        plugins.of(requiring("org.slf4j"), JOBS).on(Workshop.core(), log).jar(plugins.root.resolve("acme/acme.jar"));

        PluginFolders folders = plugins.folders();

        assertEquals(List.of(), faults(folders));
        assertEquals(
                List.of("plugin 'acme': 'org.slf4j' "
                        + INSTALLATION.origin("org.slf4j", "").version()
                        + " of the installation is used instead of its own slf4j-api-1.7.jar"),
                notes(folders));
    }

    @Test
    void whatIsNotThereCostsNothing() {
        StubDiscovery installed = new StubDiscovery();
        Path none = directory.resolve("none");

        assertEquals(List.of(), faults(new PluginFolders(installed, INSTALLATION, plugins.root)));
        assertThrows(PluginException.class, () -> PluginFolders.in(none, installed));
    }

    /** The module that the plugin reads under a name. */
    private static Module own(PluginFolders folders, String name) {
        ModuleLayer layer = jobs(folders)
                .get(0)
                .provider()
                .orElseThrow()
                .getClass()
                .getModule()
                .getLayer();
        return layer.findModule(name).orElseThrow();
    }
}
