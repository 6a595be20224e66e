package io.lava4j.core.plugin;

import io.lava4j.core.plugin.Plugins.Entry;
import io.lava4j.core.spi.JobProvider;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A directory of plugins that a test fills, for an installation with core alone. */
final class PluginDirectory {

    /** Of a plugin whose one provider is {@link #JOBS}. */
    static final String MODULE =
            """
            module com.acme {
                requires io.lava4j.core;
                provides io.lava4j.core.spi.JobProvider with com.acme.Jobs;
            }""";

    static final String JOBS = jobs("com.acme", "");

    static final Installation INSTALLATION = Workshop.installation();

    final Path root;
    private final Workshop workshop;

    /** @param directory where the directory of plugins is made, with what they are made of beside it */
    PluginDirectory(Path directory) throws IOException {
        root = Files.createDirectory(directory.resolve("plugins"));
        workshop = new Workshop(directory.resolve("workshop"));
    }

    /** An installation that has these modules too. */
    static Installation with(Path... jars) {
        ModuleFinder modules = ModuleFinder.of(jars);
        Set<String> names = modules.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toSet());
        ModuleLayer core = INSTALLATION.layer();
        Configuration configuration = core.configuration().resolve(modules, ModuleFinder.of(), names);
        return new Installation(core.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader()));
    }

    Workshop.Parts of(String... sources) {
        return workshop.of(sources);
    }

    PluginFolders folders() {
        return folders(INSTALLATION);
    }

    PluginFolders folders(Installation installation) {
        return new PluginFolders(new StubDiscovery(), installation, root);
    }

    /** A plugin whose provider says what its private library says. */
    void greeter(String folder, String version, String greeting) throws IOException {
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

    Path library(String module, Path jar) throws IOException {
        return library(module, "1.0", jar);
    }

    Path library(String module, String version, Path jar) throws IOException {
        return workshop.of("module " + module + " { exports lib; }", "package lib; public class Lib {}")
                .version(version)
                .on()
                .jar(jar);
    }

    static List<String> faults(PluginFolders folders) {
        return folders.remarks().stream()
                .map(Entry::fault)
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    static List<String> notes(PluginFolders folders) {
        return folders.remarks().stream()
                .map(Entry::note)
                .filter(note -> !note.isEmpty())
                .toList();
    }

    static List<Found<?>> jobs(PluginFolders folders) {
        return new ArrayList<>(folders.find(service(JobProvider.class)));
    }

    /** The service as the installation has it: not the test's own. */
    @SuppressWarnings("unchecked")
    static Class<Object> service(Class<?> service) {
        try {
            return (Class<Object>)
                    INSTALLATION.layer().findLoader(Installation.CORE).loadClass(service.getName());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static String requiring(String module) {
        return MODULE.replaceFirst("requires", "requires " + module + "; requires");
    }

    /** A provider with these members besides. */
    static String jobs(String name, String more) {
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
