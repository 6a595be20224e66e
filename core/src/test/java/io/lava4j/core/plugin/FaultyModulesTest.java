package io.lava4j.core.plugin;

import static io.lava4j.core.plugin.PluginDirectory.INSTALLATION;
import static io.lava4j.core.plugin.PluginDirectory.JOBS;
import static io.lava4j.core.plugin.PluginDirectory.MODULE;
import static io.lava4j.core.plugin.PluginDirectory.faults;
import static io.lava4j.core.plugin.PluginDirectory.jobs;
import static io.lava4j.core.plugin.PluginDirectory.requiring;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of plugins whose modules do not fit: to core, to each other, to the installation. */
final class FaultyModulesTest {

    private static final String EXTENDED = "io.lava4j.connector.mysql";

    @TempDir
    private Path directory;

    private PluginDirectory plugins;

    @BeforeEach
    void open() throws IOException {
        plugins = new PluginDirectory(directory);
    }

    @Test
    void aCoreInTheFolderIsTold() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme.jar"));
        plugins.of("module io.lava4j.core { }", "package other; class C {}")
                .on()
                .jar(plugins.root.resolve("acme/lava4j-core-0.0.9.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': 'lava4j-core-0.0.9.jar' holds a core of its own, and there can be one only; remove"
                                + " it, or build it without io.lava4j.core"),
                faults(plugins.folders()));
    }

    @Test
    void aCoreInsideOfAPluginsJarIsTold() throws IOException {
        plugins.of(JOBS, "package io.lava4j.core.spi; class Shaded {}")
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(plugins.root.resolve("acme/acme-all.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': 'acme-all.jar' holds a core of its own, and there can be one only; remove it, or"
                                + " build it without io.lava4j.core"),
                faults(plugins.folders()));
    }

    @Test
    void aPluginForAnotherVersionIsTold() throws IOException {
        Path other = plugins.of(
                        "module io.lava4j.core { exports io.lava4j.core.spi; }",
                        "package io.lava4j.core.spi; public interface JobProvider {}")
                .version("9.9.1")
                .on()
                .jar(directory.resolve("core-9.9.1.jar"));
        plugins.of(MODULE, "package com.acme; public class Jobs implements io.lava4j.core.spi.JobProvider {}")
                .on(other)
                .jar(plugins.root.resolve("acme/acme.jar"));

        String ours = INSTALLATION.origin(Installation.CORE, "").version();
        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) was compiled for 9.9.1 of io.lava4j.core, and this is "
                                + ours + "; get a version of it for "
                                + ours.replaceFirst("(\\d+\\.\\d+).*", "$1")),
                faults(plugins.folders()));
    }

    @Test
    void aPluginForAnotherVersionOfAModuleThatItExtendsIsTold() throws IOException {
        extending("0.9.1");
        Path installed = plugins.library(EXTENDED, "0.1.3", directory.resolve("installed.jar"));

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) was compiled for 0.9.1 of " + EXTENDED
                        + ", and this is 0.1.3; get a version of it for 0.1"),
                faults(plugins.folders(PluginDirectory.with(installed))));
    }

    @Test
    void aPluginForAnotherPatchOfAModuleThatItExtendsIsUsed() throws IOException {
        extending("0.1.9");
        Path installed = plugins.library(EXTENDED, "0.1.3", directory.resolve("installed.jar"));

        PluginFolders folders = plugins.folders(PluginDirectory.with(installed));

        assertEquals(List.of(), faults(folders));
        assertEquals(1, jobs(folders).size());
    }

    @Test
    void ofAModuleThatAPluginBringsItselfItsOwnVersionCounts() throws IOException {
        extending("0.9.1");
        plugins.library(EXTENDED, "0.1.3", plugins.root.resolve("acme/extended.jar"));

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) was compiled for 0.9.1 of " + EXTENDED
                        + ", and this is 0.1.3; get a version of it for 0.1"),
                faults(plugins.folders()));
    }

    @Test
    void aPluginThatExtendsAModuleThatIsNotThereIsTold() throws IOException {
        extending("0.1.3");

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) requires '" + EXTENDED + "', which is neither in"
                        + " its folder nor in the installation; put its jar into '" + plugins.root.resolve("acme")
                        + "'"),
                faults(plugins.folders()));
    }

    @Test
    void aMissingDependencyIsTold() throws IOException {
        Path library = plugins.library("org.helper", directory.resolve("helper.jar"));
        plugins.of(requiring("org.helper"), JOBS)
                .on(Workshop.core(), library)
                .jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) requires 'org.helper', which is neither in its folder"
                                + " nor in the installation; put its jar into '" + plugins.root.resolve("acme") + "'"),
                faults(plugins.folders()));
    }

    @Test
    void aDependencyThatIsOnlyCompiledAgainstMayBeMissing() throws IOException {
        Path library = plugins.library("org.helper", directory.resolve("helper.jar"));
        plugins.of(requiring("static org.helper"), JOBS)
                .on(Workshop.core(), library)
                .jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(List.of(), faults(plugins.folders()));
    }

    @Test
    void aModuleOfJavaThatWasNotStartedIsTold() throws IOException {
        plugins.of(requiring("java.se"), JOBS).jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(
                List.of(
                        "plugin 'acme': module 'com.acme' (acme.jar) requires 'java.se', which is not among the modules that"
                                + " Java was started with; start it with --add-modules java.se"),
                faults(plugins.folders()));
    }

    @Test
    void aPluginThatTheInstallationHasIsTold() throws IOException {
        plugins.of(MODULE, JOBS).jar(plugins.root.resolve("acme/acme.jar"));
        PluginLayer with = PluginModules.of(new PluginFolder(plugins.root.resolve("acme")), INSTALLATION)
                .layer(INSTALLATION);

        assertEquals(
                List.of("plugin 'acme': module 'com.acme' (acme.jar) is part of the installation already, from '"
                        + plugins.root.resolve("acme/acme.jar") + "'; remove one of the two"),
                faults(plugins.folders(new Installation(with.layer()))));
    }

    @Test
    void aPackageInTwoModulesIsTold() throws IOException {
        plugins.of(MODULE, JOBS, "package shared; public class A {}").jar(plugins.root.resolve("acme/acme.jar"));
        plugins.of("module org.helper { }", "package shared; public class B {}")
                .on()
                .jar(plugins.root.resolve("acme/helper.jar"));

        assertEquals(
                List.of("plugin 'acme': package 'shared' is split: it is in module 'com.acme' (acme.jar) and in module"
                        + " 'org.helper' (helper.jar); remove one of them, or merge them"),
                faults(plugins.folders()));
    }

    @Test
    void aPackageOfTheInstallationsInAModuleThatReadsItIsTold() throws IOException {
        plugins.of(JOBS, "package org.slf4j; public class Own {}")
                .file("META-INF/services/io.lava4j.core.spi.JobProvider", "com.acme.Jobs\n")
                .jar(plugins.root.resolve("acme/acme.jar"));

        assertEquals(
                List.of("plugin 'acme': its modules do not fit together: Module acme contains package org.slf4j, module"
                        + " org.slf4j exports package org.slf4j to acme"),
                faults(plugins.folders()));
    }

    @Test
    void aConstructorThatThrowsIsToldInOneLineWithModuleAndJar() throws IOException {
        Path jar = plugins.of(
                        MODULE,
                        jobs("com.acme", "public Jobs() { throw new IllegalStateException(\"boom\\nat length\"); }"))
                .jar(plugins.root.resolve("acme/acme.jar"));

        Found<?> found = jobs(plugins.folders()).get(0);

        assertEquals("com.acme.Jobs in module com.acme from " + jar, found.described());
        assertEquals("its constructor failed: java.lang.IllegalStateException: boom", found.fault());
    }

    @Test
    void aClassThatCannotBeLinkedIsToldWithItsFolderWhileOthersWork() throws IOException {
        Path base = plugins.of("module org.base { exports org.base; }", "package org.base; public class Base {}")
                .on()
                .jar(directory.resolve("base.jar"));
        plugins.of(
                        """
                        module com.acme {
                            requires io.lava4j.core;
                            requires static org.base;
                            provides io.lava4j.core.spi.JobProvider with com.acme.Broken, com.acme.Jobs;
                        }""",
                        JOBS,
                        JOBS.replace("class Jobs", "class Broken extends org.base.Base"))
                .on(Workshop.core(), base)
                .jar(plugins.root.resolve("acme/acme.jar"));

        List<Found<?>> found = jobs(plugins.folders());

        assertEquals(
                List.of("Unable to load com.acme.Broken: java.lang.NoClassDefFoundError: org/base/Base", ""),
                found.stream().map(Found::fault).toList());
        assertEquals(
                new Origin("", "", plugins.root.resolve("acme").toString(), "acme"),
                found.get(0).origin());
    }

    /** A plugin that was compiled for a version of a module of ours beside core. */
    private void extending(String version) throws IOException {
        Path compiledFor = plugins.library(EXTENDED, version, directory.resolve("compiled-for.jar"));
        plugins.of(requiring(EXTENDED), JOBS)
                .on(Workshop.core(), compiledFor)
                .jar(plugins.root.resolve("acme/acme.jar"));
    }
}
