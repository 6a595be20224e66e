package io.lava4j.core.plugin;

import io.lava4j.core.plugin.Plugins.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a test puts in, in that order. */
public final class StubDiscovery implements Discovery {

    private final Map<Class<?>, List<Found<?>>> found = new LinkedHashMap<>();
    private final List<Class<?>> asked = new ArrayList<>();
    private final List<Entry> remarks = new ArrayList<>();

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
                Optional.of(provider),
                provider.getClass().getName(),
                "",
                new Origin(module, "1.0", place, ""));
    }

    /** Adds a provider that could not be made. */
    public <S> StubDiscovery withFaulty(Class<S> service, String className, String fault) {
        return add(
                service, Optional.empty(), className, fault, new Origin("io.stranger", "1.0", "/plugins/bad.jar", ""));
    }

    /** Adds a provider that works, from a folder in plugins/. */
    public <S> StubDiscovery withFolder(Class<S> service, S provider, String folder) {
        return add(
                service, Optional.of(provider), provider.getClass().getName(), "", new Origin("m", "1.0", "", folder));
    }

    /** Adds what there is to say of a folder that cannot be used. */
    public StubDiscovery withFault(String folder, String fault) {
        Origin origin = new Origin("", "", "/plugins/" + folder, folder);
        remarks.add(new Entry("plugin", "", new Found<>(Optional.empty(), fault, "", origin), fault, ""));
        return this;
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

    @Override
    public List<Entry> remarks() {
        return remarks;
    }

    @Override
    public boolean inFolders(Class<?> service) {
        return found.getOrDefault(service, List.of()).stream()
                .anyMatch(provider -> !provider.origin().folder().isEmpty());
    }

    private <S> StubDiscovery add(
            Class<S> service, Optional<S> provider, String className, String fault, Origin origin) {
        found.computeIfAbsent(service, none -> new ArrayList<>()).add(new Found<>(provider, fault, className, origin));
        return this;
    }
}
