package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the modules of a folder must be to be a plugin of this installation. */
final class PluginRules {

    private static final String OURS = "io.lava4j.";

    private final PluginFolder folder;
    private final Installation installation;

    PluginRules(PluginFolder folder, Installation installation) {
        this.folder = folder;
        this.installation = installation;
    }

    /**
     * Checks all modules.
     *
     * @return those that provide what lava looks for
     * @throws PluginException with the first fault
     */
    List<JarModule> providers(Collection<JarModule> modules) {
        modules.forEach(this::requireNotCore);
        List<JarModule> providers = modules.stream()
                .filter(module -> module.provides(installation.services()))
                .toList();
        if (providers.isEmpty()) {
            throw folder.fault(noProvider(modules));
        }
        providers.forEach(this::requireNotInstalled);
        modules.forEach(module -> requireVersions(module, modules));
        return providers;
    }

    private void requireNotCore(JarModule module) {
        boolean core = module.name().equals(Installation.CORE)
                || !Collections.disjoint(module.descriptor().packages(), installation.corePackages());
        if (core) {
            throw folder.fault(
                    "'" + module.jar().getFileName() + "' holds a core of its own, and there can be one only;"
                            + " remove it, or build it without " + Installation.CORE);
        }
    }

    private void requireNotInstalled(JarModule module) {
        if (installation.has(module.name())) {
            throw folder.fault("module " + module.described() + " is part of the installation already"
                    + from(installation.origin(module.name(), "").place()) + "; remove one of the two");
        }
    }

    private static String from(String place) {
        return place.isEmpty() ? "" : ", from '" + place + "'";
    }

    /** Of core, and of the modules of ours that a plugin may extend. */
    private void requireVersions(JarModule module, Collection<JarModule> modules) {
        module.descriptor().requires().stream()
                .filter(requires -> requires.name().startsWith(OURS))
                .sorted()
                .forEach(requires -> used(requires.name(), modules)
                        .flatMap(ModuleDescriptor::rawVersion)
                        .ifPresent(version -> requireVersion(module, requires, version)));
    }

    private void requireVersion(JarModule module, Requires requires, String version) {
        Optional<SpiVersion> compiled = requires.rawCompiledVersion().flatMap(SpiVersion::of);
        Optional<SpiVersion> used = SpiVersion.of(version);
        if (compiled.isPresent() && used.isPresent() && !used.get().runs(compiled.get())) {
            throw folder.fault("module " + module.described() + " was compiled for "
                    + requires.rawCompiledVersion().get() + " of " + requires.name() + ", and this is " + version
                    + "; get a version of it for " + used.get().range());
        }
    }

    /** The module that will be read under a name: the folder's own, else the installation's. */
    private Optional<ModuleDescriptor> used(String name, Collection<JarModule> modules) {
        return modules.stream()
                .map(JarModule::descriptor)
                .filter(own -> own.name().equals(name))
                .findFirst()
                .or(() -> installation.module(name).map(ModuleReference::descriptor));
    }

    private String noProvider(Collection<JarModule> modules) {
        return modules.stream()
                .filter(this::listsProviders)
                .findFirst()
                .map(module -> "module " + module.described() + " names its providers in META-INF/services, which"
                        + " counts for nothing in a jar with a module-info; add 'provides' to its module-info")
                .orElseGet(() -> "none of its jars provides anything to lava ("
                        + modules.stream()
                                .map(module -> module.jar().getFileName().toString())
                                .collect(Collectors.joining(", "))
                        + "); expected 'provides' in a module-info, or META-INF/services in a jar without one");
    }

    private boolean listsProviders(JarModule module) {
        try (ModuleReader reader = module.reference().open()) {
            for (String service : installation.services()) {
                if (reader.find("META-INF/services/" + service).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
