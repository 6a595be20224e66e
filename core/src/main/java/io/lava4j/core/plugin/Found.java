package io.lava4j.core.plugin;

import java.util.Optional;

/**
 * A provider that discovery came upon.
 *
 * @param <S> the service
 * @param provider the provider; empty when it cannot be used
 * @param fault why it cannot be used; empty when it can
 * @param className its class, or what stands for it in messages
 * @param module name of its module; empty on the class path
 * @param version the module's version; empty when unknown
 * @param place where it was loaded from; empty when unknown
 */
public record Found<S>(
        Optional<S> provider, String fault, String className, String module, String version, String place) {

    /**
     * The provider for messages.
     *
     * @return class, module and place
     */
    String described() {
        return className + (module.isEmpty() ? "" : " in module " + module) + (place.isEmpty() ? "" : " from " + place);
    }
}
