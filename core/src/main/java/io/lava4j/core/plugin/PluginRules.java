package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the modules of a folder must be to be a plugin of this installation. */
final class PluginRules {

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
        modules.forEach(this::requireVersion);
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

    private void requireVersion(JarModule module) {
        Optional<SpiVersion> ours = installation.spiVersion();
        for (Requires requires : module.descriptor().requires()) {
            boolean wrong = requires.name().equals(Installation.CORE)
                    && requires.rawCompiledVersion()
                            .flatMap(SpiVersion::of)
                            .flatMap(compiled -> ours.map(version -> !version.runs(compiled)))
                            .orElse(false);
            if (wrong) {
                throw folder.fault("module " + module.described() + " was compiled for "
                        + requires.rawCompiledVersion().orElseThrow() + " of " + Installation.CORE
                        + ", and this is "
                        + installation.origin(Installation.CORE, "").version() + "; get a version of it for "
                        + ours.orElseThrow().range());
            }
        }
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
