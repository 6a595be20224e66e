package io.lava4j.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a test puts in, in that order. */
public final class StubDiscovery implements Discovery {

    private final Map<Class<?>, List<Found<?>>> found = new LinkedHashMap<>();
    private final List<Class<?>> asked = new ArrayList<>();

    /** Adds a provider that works. */
    public <S> StubDiscovery with(Class<S> service, S provider) {
        return with(
                service,
                provider,
                "io.stranger",
                "/plugins/" + provider.getClass().getSimpleName() + ".jar");
    }

    /** Adds a provider that works, in a module and a place. */
    public <S> StubDiscovery with(Class<S> service, S provider, String module, String place) {
        return add(
                service,
                new Found<>(Optional.of(provider), "", provider.getClass().getName(), module, "1.0", place));
    }

    /** Adds a provider that could not be made. */
    public <S> StubDiscovery withFaulty(Class<S> service, String className, String fault) {
        return add(service, new Found<S>(Optional.empty(), fault, className, "io.stranger", "1.0", "/plugins/bad.jar"));
    }

    /** The services that somebody wanted providers of, each time. */
    public List<Class<?>> asked() {
        return List.copyOf(asked);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> List<Found<S>> find(Class<S> service) {
        asked.add(service);
        return (List<Found<S>>) (List<?>) found.getOrDefault(service, List.of());
    }

    @Override
    public String description() {
        return "the stub";
    }

    private StubDiscovery add(Class<?> service, Found<?> provider) {
        found.computeIfAbsent(service, none -> new ArrayList<>()).add(provider);
        return this;
    }
}
