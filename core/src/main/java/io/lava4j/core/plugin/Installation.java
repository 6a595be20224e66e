package io.lava4j.core.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that every plugin shares.
 *
 * @param layer where core lives; its parents belong to it
 */
record Installation(ModuleLayer layer) {

    static final String CORE = "io.lava4j.core";

    Optional<ModuleReference> module(String name) {
        return layer.configuration().findModule(name).map(ResolvedModule::reference);
    }

    boolean has(String name) {
        return module(name).isPresent();
    }

    /** The services of the SPI: those that core looks for. */
    Set<String> services() {
        return core().uses();
    }

    /** The packages of core, which no plugin may have. */
    Set<String> corePackages() {
        return core().packages();
    }

    /** A module for messages: its version and place. */
    Origin origin(String name, String folder) {
        Optional<ModuleReference> found = module(name);
        String version =
                found.flatMap(module -> module.descriptor().rawVersion()).orElse("");
        String place = found.flatMap(ModuleReference::location)
                .map(Installation::place)
                .orElse("");
        return new Origin(name, version, place, folder);
    }

    private static String place(URI location) {
        return "file".equals(location.getScheme()) ? Path.of(location).toString() : location.toString();
    }

    private ModuleDescriptor core() {
        return module(CORE).orElseThrow().descriptor();
    }
}
