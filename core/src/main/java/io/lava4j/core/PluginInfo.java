package io.lava4j.core;

import io.lava4j.core.plugin.Origin;
import io.lava4j.core.plugin.Plugins.Entry;

/**
 * A type that a module brings, or what there is to say of a folder of plugins.
 *
 * @param kind {@code connector}, {@code job}, {@code authentication}, {@code S3 load path}, {@code secret store}, {@code
 *     object store}, {@code template engine} or {@code spec store}; {@code plugin} for a folder that cannot be used; {@code
 *     library} for a module of the installation that a folder uses instead of its own
 * @param type the type's name, a spec store's scheme; empty where the kind has none
 * @param module name of the module; on the class path that of the class; empty for a folder
 * @param version the module's version; empty when unknown
 * @param place where it was loaded from
 * @param folder name of the folder of plugins; empty for what is part of the installation
 * @param note what the plugin's author may not expect, as a sentence; mostly empty
 * @param fault why it cannot be used, as a sentence; empty when it can
 */
public record PluginInfo(
        String kind,
        String type,
        String module,
        String version,
        String place,
        String folder,
        String note,
        String fault) {

    static PluginInfo of(Entry entry, String fault) {
        Origin origin = entry.found().origin();
        return new PluginInfo(
                entry.kind(),
                entry.type(),
                origin.module().isEmpty() ? entry.found().className() : origin.module(),
                origin.version(),
                origin.place(),
                origin.folder(),
                entry.note(),
                fault);
    }
}
