package io.lava4j.core.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Set;

/** A module in a plugin's folder, and the jar that holds it. */
record JarModule(ModuleReference reference, Path jar) {

    String name() {
        return descriptor().name();
    }

    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    boolean isAutomatic() {
        return descriptor().isAutomatic();
    }

    boolean provides(Set<String> services) {
        return descriptor().provides().stream().anyMatch(provided -> services.contains(provided.service()));
    }

    /** For messages. */
    String described() {
        return "'" + name() + "' (" + jar.getFileName() + ")";
    }
}
