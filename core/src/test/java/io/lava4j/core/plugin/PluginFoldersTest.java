package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins.Entry;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in folders: which are used, with what, and what is said of those that are not. */
final class PluginFoldersTest {

    private static final String MODULE =
            """
            module com.acme {
                requires io.lava4j.core;
                provides io.lava4j.core.spi.JobProvider with com.acme.Jobs;
            }""";
    private static final String JOBS = jobs("com.acme", "");

    private static final Installation INSTALLATION = Workshop.installation();

    @TempDir
    private Path directory;

    private Path root;
    private Workshop workshop;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(directory.resolve("plugins"));
        workshop = new Workshop(directory.resolve("workshop"));
    }

    @Test
    void aModuleIsFoundWithVersionJarAndFolder() throws IOException {
        Path jar = workshop.of(MODULE, JOBS).version("3.1").jar(root.resolve("acme/acme-jobs.jar"));

        PluginFolders folders = folders();

        assertEquals(List.of(), faults(folders));
        Found<?> found = jobs(folders).get(0);
        assertTrue(found.provider().isPresent());
        assertEquals("com.acme.Jobs", found.className());
        assertEquals(new Origin("com.acme", "3.1", jar.toString(), "acme"), found.origin());
        assertTrue(folders.inFolders(JobProvider.class));
        assertFalse(folders.inFolders(ConnectorProvider.class));
        assertEquals("the stub and in " + root, folders.description());
    }

    @Test
    void aJarWithoutAModuleInfoIsAModuleWhenItNamesItsProviders() throws IOException {
        workshop.of(JOBS)
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(root.resolve("acme/acme-jobs-3.1.jar"));

        PluginFolders folders = folders();

        assertEquals(List.of(), faults(folders));
        Origin origin = jobs(folders).get(0).origin();
        assertEquals("acme.jobs 3.1", origin.module() + " " + origin.version());
    }

    @Test
    void noClassOfAPluginIsLoadedBeforeItsServiceIsWanted() throws Exception {
        workshop.of(MODULE, jobs("com.acme", "static { System.setProperty(\"com.acme.loaded\", \"yes\"); }"))
                .jar(root.resolve("acme/acme.jar"));
        PluginFolders folders = folders();
        folders.find(service(ConnectorProvider.class));
        assertEquals(Optional.empty(), Optional.ofNullable(System.getProperty("com.acme.loaded")));

        folders.find(service(JobProvider.class));
        assertEquals("yes", System.clearProperty("com.acme.loaded"));
    }

    @Test
    void theInstallationsOwnComeFirstAndOnce() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme.jar"));
        StubDiscovery installed = new StubDiscovery().withFaulty(service(JobProvider.class), "io.own.Jobs", "boom");

        assertEquals(
                List.of("io.own.Jobs", "com.acme.Jobs"),
                new PluginFolders(installed, INSTALLATION, root)
                        .find(service(JobProvider.class)).stream()
                                .map(Found::className)
                                .toList());
    }

    @Test
    void aProviderOfALayerBelowIsNotFoundAgain() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme.jar"));
        Path other = Files.createDirectory(directory.resolve("other"));
        workshop.of(
                        """
                        module org.other {
                            requires io.lava4j.core;
                            provides io.lava4j.core.spi.JobProvider with org.other.Jobs;
                        }""",
                        jobs("org.other", ""))
                .jar(other.resolve("other/other.jar"));
        Installation below = new Installation(PluginModules.of(new PluginFolder(root.resolve("acme")), INSTALLATION)
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
        greeter("one", "1.0", "hello");
        greeter("two", "2.0", "hi");

        List<Found<?>> found = jobs(folders());

        assertEquals(
                List.of("hello", "hi"),
                found.stream()
                        .map(job -> job.provider().orElseThrow().toString())
                        .toList());
    }

    @Test
    void aPrivateVersionOfALibraryOfTheInstallationIsThePluginsOwn() throws IOException {
        Path json = library("tools.jackson.core", root.resolve("acme/jackson-core-1.0.jar"));
        workshop.of(requiring("tools.jackson.core"), JOBS)
                .on(Workshop.core(), json)
                .jar(root.resolve("acme/acme.jar"));

        PluginFolders folders = folders();

        assertEquals(List.of(), faults(folders));
        assertEquals(List.of(), notes(folders));
        Module own = own(folders, "tools.jackson.core");
        assertNotSame(INSTALLATION.layer().findModule("tools.jackson.core").orElseThrow(), own);
    }

    @Test
    void aPluginSeesNoClassOfALibraryThatItDoesNotRead() throws IOException {
        workshop.of(
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
                .jar(root.resolve("acme/acme.jar"));

        assertEquals("none", jobs(folders()).get(0).provider().orElseThrow().toString());
    }

    @Test
    void besideAnAutomaticModuleTheInstallationsLibraryIsUsedAndThatIsSaid() throws IOException {
        Path json = library("tools.jackson.core", root.resolve("acme/jackson-core-1.0.jar"));
        workshop.of("package old.driver; public class Driver {}").jar(root.resolve("acme/old-driver-5.jar"));
        workshop.of(requiring("tools.jackson.core"), JOBS)
                .on(Workshop.core(), json)
                .jar(root.resolve("acme/acme.jar"));

        PluginFolders folders = folders();

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
        Path log = workshop.of("module org.slf4j { exports org.slf4j; }", "package org.slf4j; public class Logger {}")
                .version("1.7")
                .on()
                .jar(root.resolve("acme/slf4j-api-1.7.jar"));
        workshop.of(requiring("org.slf4j"), JOBS).on(Workshop.core(), log).jar(root.resolve("acme/acme.jar"));

        PluginFolders folders = folders();

        assertEquals(List.of(), faults(folders));
        assertEquals(
                List.of("plugin 'acme': 'org.slf4j' "
                        + INSTALLATION.origin("org.slf4j", "").version()
                        + " of the installation is used instead of its own slf4j-api-1.7.jar"),
                notes(folders));
    }

    @Test
    void aJarOutsideOfAFolderIsTold() throws IOException {
        Path jar = workshop.of(MODULE, JOBS).jar(root.resolve("acme-1.0.jar"));

        assertEquals(
                List.of("jar '" + jar + "' is not used: expected a folder for each plugin; move it into one, such as '"
                        + root.resolve("acme-1.0") + "'"),
                faults(folders()));
    }

    @Test
    void otherFilesAndHiddenFoldersAreNobodysBusiness() throws IOException {
        Files.writeString(root.resolve("README.md"), "ours");
        Files.createDirectory(root.resolve(".git"));

        assertEquals(List.of(), faults(folders()));
    }

    @Test
    void anEmptyFolderIsTold() throws IOException {
        Path folder = Files.createDirectories(root.resolve("acme/lib.jar")).getParent();

        assertEquals(
                List.of("plugin 'acme': its folder '" + folder
                        + "' holds no jar; put the plugin's jars there, or remove the folder"),
                faults(folders()));
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
        Files.createDirectory(root.resolve("acme"));
        Files.writeString(root.resolve("acme/acme.jar"), "not found");

        assertEquals(
                List.of("plugin 'acme': 'acme.jar' cannot be read: zip END header not found; copy it there again"),
                faults(folders()));
    }

    @Test
    void aJarThatNoModuleCanBeMadeOfIsTold() throws IOException {
        workshop.of(JOBS).jar(root.resolve("acme/2.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': '2.jar' is not a module, nor can one be made of it: 2: Invalid module name: '2' is"
                                + " not a Java identifier; expected a jar with a module-info, or with a file name or an"
                                + " Automatic-Module-Name that names a module"),
                faults(folders()));
    }

    @Test
    void aFolderWithoutAnyProviderIsTold() throws IOException {
        workshop.of(JOBS).jar(root.resolve("acme/acme.jar"));
        workshop.of("package a.b; class C {}").jar(root.resolve("acme/other.jar"));

        assertEquals(
                List.of("plugin 'acme': none of its jars provides anything to lava (acme.jar, other.jar); expected"
                        + " 'provides' in a module-info, or META-INF/services in a jar without one"),
                faults(folders()));
    }

    @Test
    void aModuleThatNamesItsProvidersWhereNobodyLooksIsTold() throws IOException {
        workshop.of("module com.acme { requires io.lava4j.core; }", JOBS)
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(root.resolve("acme/acme.jar"));

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) names its providers in META-INF/services, which"
                        + " counts for nothing in a jar with a module-info; add 'provides' to its module-info"),
                faults(folders()));
    }

    @Test
    void aCoreInTheFolderIsTold() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme.jar"));
        workshop.of("module io.lava4j.core { }", "package other; class C {}")
                .on()
                .jar(root.resolve("acme/lava4j-core-0.0.9.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': 'lava4j-core-0.0.9.jar' holds a core of its own, and there can be one only; remove"
                                + " it, or build it without io.lava4j.core"),
                faults(folders()));
    }

    @Test
    void aCoreInsideOfAPluginsJarIsTold() throws IOException {
        workshop.of(JOBS, "package io.lava4j.core.spi; class Shaded {}")
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(root.resolve("acme/acme-all.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': 'acme-all.jar' holds a core of its own, and there can be one only; remove it, or"
                                + " build it without io.lava4j.core"),
                faults(folders()));
    }

    @Test
    void aPluginForAnotherVersionIsTold() throws IOException {
        Path other = workshop.of(
                        "module io.lava4j.core { exports io.lava4j.core.spi; }",
                        "package io.lava4j.core.spi; public interface JobProvider {}")
                .version("9.9.1")
                .on()
                .jar(directory.resolve("core-9.9.1.jar"));
        workshop.of(MODULE, "package com.acme; public class Jobs implements io.lava4j.core.spi.JobProvider {}")
                .on(other)
                .jar(root.resolve("acme/acme.jar"));

        String ours = INSTALLATION.origin(Installation.CORE, "").version();
        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) was compiled for 9.9.1 of io.lava4j.core, and this is "
                                + ours + "; get a version of it for "
                                + ours.replaceFirst("(\\d+\\.\\d+).*", "$1")),
                faults(folders()));
    }

    @Test
    void aMissingDependencyIsTold() throws IOException {
        Path library = library("org.helper", directory.resolve("helper.jar"));
        workshop.of(requiring("org.helper"), JOBS).on(Workshop.core(), library).jar(root.resolve("acme/acme.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) requires 'org.helper', which is neither in its folder"
                                + " nor in the installation; put its jar into '" + root.resolve("acme") + "'"),
                faults(folders()));
    }

    @Test
    void aDependencyThatIsOnlyCompiledAgainstMayBeMissing() throws IOException {
        Path library = library("org.helper", directory.resolve("helper.jar"));
        workshop.of(requiring("static org.helper"), JOBS)
                .on(Workshop.core(), library)
                .jar(root.resolve("acme/acme.jar"));

        assertEquals(List.of(), faults(folders()));
    }

    @Test
    void aModuleOfJavaThatWasNotStartedIsTold() throws IOException {
        workshop.of(requiring("java.se"), JOBS).jar(root.resolve("acme/acme.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) requires 'java.se', which is not among the modules that"
                                + " Java was started with; start it with --add-modules java.se"),
                faults(folders()));
    }

    @Test
    void aModuleThatIsTwiceInOneFolderIsTold() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme-1.jar"));
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme-2.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' is there twice, in 'acme-1.jar' and 'acme-2.jar'; remove one of"
                                + " them"),
                faults(folders()));
    }

    @Test
    void aPluginThatIsInTwoFoldersIsToldAndNotUsedWhileOthersAre() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("new/acme-2.jar"));
        workshop.of(MODULE, JOBS).jar(root.resolve("old/acme-1.jar"));
        greeter("other", "1.0", "hello");

        PluginFolders folders = folders();

        String fault = "module 'com.acme' is in more than one folder, and none is used: " + root.resolve("new") + "; "
                + root.resolve("old") + ". Remove all but one.";
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
    void aPluginThatTheInstallationHasIsTold() throws IOException {
        workshop.of(MODULE, JOBS).jar(root.resolve("acme/acme.jar"));
        PluginLayer with = PluginModules.of(new PluginFolder(root.resolve("acme")), INSTALLATION)
                .layer(INSTALLATION);

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) is part of the installation already, from '"
                        + root.resolve("acme/acme.jar") + "'; remove one of the two"),
                faults(new PluginFolders(new StubDiscovery(), new Installation(with.layer()), root)));
    }

    @Test
    void aPackageInTwoModulesIsTold() throws IOException {
        workshop.of(MODULE, JOBS, "package shared; public class A {}").jar(root.resolve("acme/acme.jar"));
        workshop.of("module org.helper { }", "package shared; public class B {}")
                .on()
                .jar(root.resolve("acme/helper.jar"));

        assertEquals(
                List.of("plugin 'acme': package 'shared' is split: it is in module 'com.acme' (acme.jar) and in module"
                        + " 'org.helper' (helper.jar); remove one of them, or merge them"),
                faults(folders()));
    }

    @Test
    void aPackageOfTheInstallationsInAModuleThatReadsItIsTold() throws IOException {
        workshop.of(JOBS, "package org.slf4j; public class Own {}")
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(root.resolve("acme/acme.jar"));

        assertEquals(
                List.of("plugin 'acme': its modules do not fit together: Module acme contains package org.slf4j, module"
                        + " org.slf4j exports package org.slf4j to acme"),
                faults(folders()));
    }

    @Test
    void aConstructorThatThrowsIsToldInOneLineWithModuleAndJar() throws IOException {
        Path jar = workshop.of(
                        MODULE,
                        jobs("com.acme", "public Jobs() { throw new IllegalStateException(\"boom\\nat length\"); }"))
                .jar(root.resolve("acme/acme.jar"));

        Found<?> found = jobs(folders()).get(0);

        assertEquals("com.acme.Jobs in module com.acme from " + jar, found.described());
        assertEquals("its constructor failed: java.lang.IllegalStateException: boom", found.fault());
    }

    @Test
    void aClassThatCannotBeLinkedIsToldWithItsFolderWhileOthersWork() throws IOException {
        Path base = workshop.of("module org.base { exports org.base; }", "package org.base; public class Base {}")
                .on()
                .jar(directory.resolve("base.jar"));
        workshop.of(
                        """
                        module com.acme {
                            requires io.lava4j.core;
                            requires static org.base;
                            provides io.lava4j.core.spi.JobProvider with com.acme.Broken, com.acme.Jobs;
                        }""",
                        JOBS,
                        JOBS.replace("class Jobs", "class Broken extends org.base.Base"))
                .on(Workshop.core(), base)
                .jar(root.resolve("acme/acme.jar"));

        List<Found<?>> found = jobs(folders());

        assertEquals(
                List.of("Unable to load com.acme.Broken: java.lang.NoClassDefFoundError: org/base/Base", ""),
                found.stream().map(Found::fault).toList());
        assertEquals(
                new Origin("", "", root.resolve("acme").toString(), "acme"),
                found.get(0).origin());
    }

    @Test
    void whatIsNotThereCostsNothing() {
        StubDiscovery installed = new StubDiscovery();
        Path none = directory.resolve("none");

        assertEquals(List.of(), faults(new PluginFolders(installed, INSTALLATION, root)));
        assertThrows(PluginException.class, () -> PluginFolders.in(none, installed));
    }

    @Test
    void onTheClassPathFoldersAreRefused() {
        assertEquals(
                "plugins '" + root
                        + "': folders of plugins need lava4j on the module path, and it is on the class path; put"
                        + " the plugins' jars there too",
                assertThrows(PluginException.class, () -> PluginFolders.in(root, new StubDiscovery()))
                        .getMessage());
    }

    private PluginFolders folders() {
        return new PluginFolders(new StubDiscovery(), INSTALLATION, root);
    }

    private static List<String> faults(PluginFolders folders) {
        return folders.remarks().stream()
                .map(Entry::fault)
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static List<String> notes(PluginFolders folders) {
        return folders.remarks().stream()
                .map(Entry::note)
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static List<Found<?>> jobs(PluginFolders folders) {
        return new ArrayList<>(folders.find(service(JobProvider.class)));
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

    /** The service as the installation has it: not the test's own. */
    @SuppressWarnings("unchecked")
    private static Class<Object> service(Class<?> service) {
        try {
            return (Class<Object>)
                    INSTALLATION.layer().findLoader(Installation.CORE).loadClass(service.getName());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A plugin whose provider says what its private library says. */
    private void greeter(String folder, String version, String greeting) throws IOException {
        Path library = workshop.of(
                        "module org.greet { exports org.greet; }",
                        "package org.greet; public class Greet { public static String word() { return \"" + greeting
                                + "\"; } }")
                .version(version)
                .on()
                .jar(root.resolve(folder + "/greet-" + version + ".jar"));
        workshop.of(
                        MODULE.replace("com.acme", folder).replace("requires", "requires org.greet; requires"),
                        jobs(folder, "@Override public String toString() { return org.greet.Greet.word(); }"))
                .on(Workshop.core(), library)
                .jar(root.resolve(folder + "/" + folder + ".jar"));
    }

    private Path library(String module, Path jar) throws IOException {
        return workshop.of("module " + module + " { exports lib; }", "package lib; public class Lib {}")
                .on()
                .jar(jar);
    }

    private static String requiring(String module) {
        return MODULE.replaceFirst("requires", "requires " + module + "; requires");
    }

    private static String jobs(String name, String more) {
        return """
                package %s;
                import io.lava4j.core.spi.JobProvider;
                import io.lava4j.core.spi.Spec;
                public class Jobs implements JobProvider {
                    %s
                    @Override public java.util.Set<String> types() { return java.util.Set.of("acme"); }
                    @Override public String schema(String type) { return "{}"; }
                    @Override public void run(Spec spec, Context context) {}
                }"""
                .formatted(name, more);
    }
}
