package io.lava4j.core.plugin;

/**
 * Where the code of a plugin comes from.
 *
 * @param module name of its module; empty on the class path
 * @param version the module's version; empty when unknown
 * @param place the jar or directory; empty when unknown
 * @param folder name of its folder in plugins/; empty for what is part of the installation
 */
public record Origin(String module, String version, String place, String folder) {

    String described() {
        return (module.isEmpty() ? "" : " in module " + module) + (place.isEmpty() ? "" : " from " + place);
    }
}
