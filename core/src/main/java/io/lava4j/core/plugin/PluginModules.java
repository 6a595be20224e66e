package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A folder whose modules keep the rules, and what becomes of them. Nothing is loaded yet. */
record PluginModules(PluginFolder folder, List<JarModule> providers, Selection selection) {

    /**
     * Reads a folder.
     *
     * @throws PluginException if it is no plugin of this installation
     */
    static PluginModules of(PluginFolder folder, Installation installation) {
        var modules = folder.modules();
        List<JarModule> providers = new PluginRules(folder, installation).providers(modules);
        return new PluginModules(folder, providers, Selection.of(modules, installation));
    }

    /**
     * Makes its layer.
     *
     * @throws PluginException if its modules do not fit together, or one is missing
     */
    PluginLayer layer(Installation installation) {
        requireAllThere(installation);
        requireOnePackageOneModule();
        try {
            Configuration configuration =
                    installation.layer().configuration().resolve(finder(), ModuleFinder.of(), byName().keySet());
            // Not the parent's loader: by that one, names alone would lead into modules that the plugin does not read.
            ModuleLayer layer = installation
                    .layer()
                    .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
            return new PluginLayer(folder, layer);
        } catch (FindException | ResolutionException | LayerInstantiationException unfit) {
            throw folder.fault("its modules do not fit together: " + unfit.getMessage(), unfit);
        }
    }

    private void requireAllThere(Installation installation) {
        Set<String> own = byName().keySet();
        for (JarModule module : selection.used()) {
            for (Requires requires : module.descriptor().requires()) {
                boolean optional = requires.modifiers().contains(Modifier.STATIC);
                if (!optional && !own.contains(requires.name()) && !installation.has(requires.name())) {
                    throw folder.fault(missing(module, requires.name()));
                }
            }
        }
    }

    private String missing(JarModule module, String required) {
        String text = "module " + module.described() + " requires '" + required + "', which is ";
        return ModuleFinder.ofSystem().find(required).isPresent()
                ? text + "not among the modules that Java was started with; start it with --add-modules " + required
                : text + "neither in its folder nor in the installation; put its jar into '" + folder.path() + "'";
    }

    private void requireOnePackageOneModule() {
        Map<String, JarModule> owners = new HashMap<>();
        for (JarModule module : selection.used()) {
            for (String name : module.descriptor().packages()) {
                JarModule other = owners.putIfAbsent(name, module);
                if (other != null) {
                    throw folder.fault("package '" + name + "' is split: it is in module " + other.described()
                            + " and in module " + module.described() + "; remove one of them, or merge them");
                }
            }
        }
    }

    private Map<String, JarModule> byName() {
        return selection.used().stream().collect(Collectors.toMap(JarModule::name, Function.identity()));
    }

    /** Of what has been read, so that no jar is read twice. */
    private ModuleFinder finder() {
        Map<String, JarModule> modules = byName();
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return Optional.ofNullable(modules.get(name)).map(JarModule::reference);
            }

            @Override
            public Set<ModuleReference> findAll() {
                return modules.values().stream().map(JarModule::reference).collect(Collectors.toUnmodifiableSet());
            }
        };
    }
}
