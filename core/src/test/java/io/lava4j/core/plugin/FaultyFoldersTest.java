package io.lava4j.core.plugin;

import static io.lava4j.core.plugin.PluginDirectory.INSTALLATION;
import static io.lava4j.core.plugin.PluginDirectory.JOBS;
import static io.lava4j.core.plugin.PluginDirectory.MODULE;
import static io.lava4j.core.plugin.PluginDirectory.faults;
import static io.lava4j.core.plugin.PluginDirectory.jobs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of folders and jars that are no plugin. */
final class FaultyFoldersTest {

    @TempDir
    private Path directory;

    private PluginDirectory plugins;

    @BeforeEach
    void open() throws IOException {
        plugins = new PluginDirectory(directory);
    }

    @Test
    void aJarOutsideOfAFolderIsTold() throws IOException {
        Path jar = plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme-1.0.jar"));

        assertEquals(
                List.of("jar '" + jar + "' is not used: expected a folder for each plugin; move it into one, such as '"
                        + plugins.root.resolve("acme-1.0") + "'"),
                faults(plugins.folders()));
    }

    @Test
    void otherFilesAndHiddenFoldersAreNobodysBusiness() throws IOException {
        Files.writeString(plugins.root.resolve("README.md"), "ours");
        Files.createDirectory(plugins.root.resolve(".git"));

        assertEquals(List.of(), faults(plugins.folders()));
    }

    @Test
    void anEmptyFolderIsTold() throws IOException {
        Path folder =
                Files.createDirectories(plugins.root.resolve("acme/lib.jar")).getParent();

        assertEquals(
                List.of("plugin 'acme': its folder '" + folder
                        + "' holds no jar; put the plugin's jars there, or remove the folder"),
                faults(plugins.folders()));
    }

    @Test
    void aFileInThePlaceOfTheFoldersIsTold() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertEquals(
                List.of("plugins '" + file + "': cannot be read: java.nio.file.NotDirectoryException: " + file),
                faults(new PluginFolders(new StubDiscovery(), INSTALLATION, file)));
    }

    @Test
    void aCorruptJarIsTold() throws IOException {
        Files.createDirectory(plugins.root.resolve("acme"));
        Files.writeString(plugins.root.resolve("acme/acme.jar"), "not found");

        assertEquals(
                List.of("plugin 'acme': 'acme.jar' cannot be read: zip END header not found; copy it there again"),
                faults(plugins.folders()));
    }

    @Test
    void aJarThatNoModuleCanBeMadeOfIsTold() throws IOException {
        plugins.of(JOBS).jar(plugins.root.resolve("acme/2.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': '2.jar' is not a module, nor can one be made of it: 2: Invalid module name: '2' is"
                                + " not a Java identifier; expected a jar with a module-info, or with a file name or an"
                                + " Automatic-Module-Name that names a module"),
                faults(plugins.folders()));
    }

    @Test
    void aFolderWithoutAnyProviderIsTold() throws IOException {
        plugins.of(JOBS).jar(plugins.root.resolve("acme/acme.jar"));
        plugins.of("package a.b; class C {}").jar(plugins.root.resolve("acme/other.jar"));

        assertEquals(
                List.of("plugin 'acme': none of its jars provides anything to lava (acme.jar, other.jar); expected"
                        + " 'provides' in a module-info, or META-INF/services in a jar without one"),
                faults(plugins.folders()));
    }

    @Test
    void aModuleThatNamesItsProvidersWhereNobodyLooksIsTold() throws IOException {
        plugins.of("module com.acme { requires io.lava4j.core; }", JOBS)
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) names its providers in META-INF/services, which"
                        + " counts for nothing in a jar with a module-info; add 'provides' to its module-info"),
                faults(plugins.folders()));
    }

    @Test
    void aModuleThatIsTwiceInOneFolderIsTold() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme-1.jar"));
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme-2.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' is there twice, in 'acme-1.jar' and 'acme-2.jar'; remove one of"
                                + " them"),
                faults(plugins.folders()));
    }

    @Test
    void aPluginThatIsInTwoFoldersIsToldAndNotUsedWhileOthersAre() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("new/acme-2.jar"));
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("old/acme-1.jar"));
        plugins.greeter("other", "1.0", "hello");

        PluginFolders folders = plugins.folders();

        String fault = "module 'com.acme' is in more than one folder, and none is used: " + plugins.root.resolve("new")
                + "; " + plugins.root.resolve("old") + ". Remove all but one.";
        assertEquals(List.of(fault, fault), faults(folders));
        assertEquals(
                List.of("new", "old"),
                folders.remarks().stream()
                        .map(entry -> entry.found().origin().folder())
                        .toList());
        assertEquals(
                List.of("other.Jobs"),
                jobs(folders).stream().map(Found::className).toList());
    }

    @Test
    void onTheClassPathFoldersAreRefused() {
        assertEquals(
                "plugins '" + plugins.root
                        + "': folders of plugins need lava4j on the module path, and it is on the class path; put"
                        + " the plugins' jars there too",
                assertThrows(PluginException.class, () -> PluginFolders.in(plugins.root, new StubDiscovery()))
                        .getMessage());
    }
}
