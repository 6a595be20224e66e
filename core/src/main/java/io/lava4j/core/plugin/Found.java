package io.lava4j.core.plugin;

import java.util.Optional;

/**
 * A provider that discovery came upon.
 *
 * @param <S> the service
 * @param provider the provider; empty when it cannot be used
 * @param fault why it cannot be used; empty when it can
 * @param className its class, or what stands for it in messages
 * @param origin where it was found
 */
public record Found<S>(Optional<S> provider, String fault, String className, Origin origin) {

    /**
     * The provider for messages.
     *
     * @return class, module and place
     */
    String described() {
        return className + origin.described();
    }

    /** The same, found to be of no use. */
    Found<S> faulty(String reason) {
        return new Found<>(Optional.empty(), reason, className, origin);
    }
}
