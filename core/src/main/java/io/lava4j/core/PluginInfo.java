package io.lava4j.core;

import io.lava4j.core.plugin.Plugins.Entry;

/**
 * A type that a module brings.
 *
 * @param kind {@code connector}, {@code job}, {@code authentication}, {@code S3 load path}, {@code secret store}, {@code
 *     object store} or {@code template engine}
 * @param type the type's name; empty where the kind has none
 * @param module name of the module; on the class path that of the class
 * @param version the module's version; empty when unknown
 * @param place where it was loaded from
 * @param fault why it cannot be used; empty when it can
 */
public record PluginInfo(String kind, String type, String module, String version, String place, String fault) {

    static PluginInfo of(Entry entry) {
        String module = entry.found().module();
        return new PluginInfo(
                entry.kind(),
                entry.type(),
                module.isEmpty() ? entry.found().className() : module,
                entry.found().version(),
                entry.found().place(),
                entry.fault());
    }
}
