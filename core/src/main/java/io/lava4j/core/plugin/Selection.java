package io.lava4j.core.plugin;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which modules of a folder are used, and which give way to the installation's.
 *
 * @param used the folder's own
 * @param replaced for these the installation's are used
 */
record Selection(List<JarModule> used, List<JarModule> replaced) {

    /** Its types stand in the SPI's world: a second copy would log to nowhere. */
    private static final String LOG = "org.slf4j";

    /**
     * Private copies are the rule. But an automatic module reads all modules there are, and nobody may read two of one
     * name: where there is one, all that the installation has gives way.
     */
    static Selection of(Collection<JarModule> modules, Installation installation) {
        Predicate<JarModule> shared = module -> installation.has(module.name());
        List<JarModule> own = without(modules, shared.and(module -> module.isAutomatic() || isLog(module)));
        List<JarModule> used = own.stream().anyMatch(JarModule::isAutomatic) ? without(own, shared) : own;
        return new Selection(used, without(modules, used::contains));
    }

    private static boolean isLog(JarModule module) {
        return module.name().equals(LOG);
    }

    private static List<JarModule> without(Collection<JarModule> modules, Predicate<JarModule> left) {
        return modules.stream().filter(left.negate()).toList();
    }
}
