package io.lava4j.core.plugin;

import java.util.Optional;

/**
 * What a search for the provider of a type gave.
 *
 * @param <S> the service
 * @param provider the one that serves the type; empty if there is none
 * @param unusable what may have served it and cannot be used, each with its fault; empty if there is nothing of the kind,
 *     and where the type is served
 */
public record Sought<S>(Optional<S> provider, String unusable) {

    /**
     * For the end of an error about the provider that is missed.
     *
     * @return a sentence with the full stop before it, or nothing
     */
    public String remark() {
        return unusable.isEmpty() ? "" : ". Not usable: " + unusable;
    }
}
