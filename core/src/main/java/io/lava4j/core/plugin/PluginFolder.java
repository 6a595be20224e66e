package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder in plugins/: one plugin and its libraries. */
record PluginFolder(Path path) {

    String name() {
        return path.getFileName().toString();
    }

    /**
     * The modules of its jars; reads their descriptions and loads nothing.
     *
     * @throws PluginException if there is none, or a jar is none
     */
    Collection<JarModule> modules() {
        Map<String, JarModule> modules = new LinkedHashMap<>();
        for (Path jar : jars()) {
            JarModule module = module(jar);
            JarModule first = modules.putIfAbsent(module.name(), module);
            if (first != null) {
                throw fault("module '" + module.name() + "' is there twice, in '"
                        + first.jar().getFileName() + "' and '" + jar.getFileName() + "'; remove one of them");
            }
        }
        if (modules.isEmpty()) {
            throw fault("its folder '" + path + "' holds no jar; put the plugin's jars there, or remove the folder");
        }
        return modules.values();
    }

    PluginException fault(String text) {
        return fault(text, null);
    }

    PluginException fault(String text, Throwable cause) {
        return new PluginException("plugin '" + name() + "': " + text, cause);
    }

    static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(file);
    }

    private List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, PluginFolder::isJar)) {
            files.forEach(jars::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw fault("its folder '" + path + "' cannot be read: " + unreadable, unreadable);
        }
        return jars.stream().sorted().toList();
    }

    private JarModule module(Path jar) {
        try {
            return new JarModule(
                    ModuleFinder.of(jar).findAll().stream().findFirst().orElseThrow(), jar);
        } catch (FindException faulty) {
            throw fault("'" + jar.getFileName() + "' " + reason(faulty), faulty);
        }
    }

    private static String reason(FindException faulty) {
        Throwable cause = faulty.getCause() == null ? faulty : faulty.getCause();
        return cause instanceof IOException
                ? "cannot be read: " + cause.getMessage() + "; copy it there again"
                : "is not a module, nor can one be made of it: " + cause.getMessage()
                        + "; expected a jar with a module-info, or with a file name or an Automatic-Module-Name that"
                        + " names a module";
    }
}
