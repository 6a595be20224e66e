package io.lava4j.core.plugin;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What a service loader gives, one by one, so that a faulty provider hides no other. */
final class Providers {

    /** A file of META-INF/services may have one fault a line; a loader that faults for ever is stopped. */
    private static final int MOST_FAULTS = 100;

    /** Stands for a provider that cannot be told. */
    private final Origin unknown;

    /** @param unknown where providers come from, of which no more is known */
    Providers(Origin unknown) {
        this.unknown = unknown;
    }

    /**
     * New instances.
     *
     * @param most how many providers and faults, from the first on, are wanted
     */
    <S> List<Found<S>> of(Class<S> service, ServiceLoader<S> loader, int most) {
        Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
        List<Found<S>> found = new ArrayList<>();
        int faults = 0;
        while (found.size() < most && faults < MOST_FAULTS) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(instance(providers.next()));
            } catch (ServiceConfigurationError | LinkageError faulty) {
                faults++;
                found.add(new Found<>(Optional.empty(), reason(faulty, service), service.getName(), unknown));
            }
        }
        return found;
    }

    private <S> Found<S> instance(ServiceLoader.Provider<S> provider) {
        Class<? extends S> type = provider.type();
        try {
            return new Found<>(Optional.of(provider.get()), "", type.getName(), origin(type));
        } catch (ServiceConfigurationError faulty) {
            Throwable cause = faulty.getCause() == null ? faulty : faulty.getCause();
            String fault = "its constructor failed: "
                    + cause.toString().lines().findFirst().orElse("");
            return new Found<>(Optional.empty(), fault, type.getName(), origin(type));
        }
    }

    /** Without the service, which stands before it already. */
    private static String reason(Throwable faulty, Class<?> service) {
        String message = String.valueOf(faulty.getMessage());
        String prefix = service.getName() + ": ";
        return (message.startsWith(prefix) ? message.substring(prefix.length()) : message)
                + (faulty.getCause() == null ? "" : ": " + faulty.getCause());
    }

    private Origin origin(Class<?> type) {
        Module module = type.getModule();
        String name = module.isNamed() ? module.getName() : "";
        String version = Optional.ofNullable(module.getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
                .orElse("");
        return new Origin(name, version, place(type), unknown.folder());
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        URL location = source.getLocation();
        try {
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noPath) {
            return location.toString();
        }
    }
}
