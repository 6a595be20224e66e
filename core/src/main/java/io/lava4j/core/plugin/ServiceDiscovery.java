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

/** Discovery by {@link ServiceLoader}: the module layer that core lives in, or the class path. */
public final class ServiceDiscovery implements Discovery {

    /** A file of META-INF/services may have one fault a line; a loader that faults for ever is stopped. */
    private static final int MOST_FAULTS = 100;

    private final Module self = ServiceDiscovery.class.getModule();
    private final ClassLoader classPath;

    /** Looks where core itself was loaded from. */
    public ServiceDiscovery() {
        this(ServiceDiscovery.class.getClassLoader());
    }

    ServiceDiscovery(ClassLoader classPath) {
        this.classPath = classPath;
    }

    @Override
    public <S> List<Found<S>> find(Class<S> service) {
        Iterator<ServiceLoader.Provider<S>> providers = loader(service).stream().iterator();
        List<Found<S>> found = new ArrayList<>();
        int faults = 0;
        while (faults < MOST_FAULTS) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(instance(providers.next()));
            } catch (ServiceConfigurationError | LinkageError faulty) {
                faults++;
                found.add(new Found<>(Optional.empty(), faulty.getMessage(), service.getName(), "", "", ""));
            }
        }
        return found;
    }

    @Override
    public String description() {
        return self.isNamed() ? "the module path" : "the class path";
    }

    private <S> ServiceLoader<S> loader(Class<S> service) {
        return self.isNamed() ? ServiceLoader.load(self.getLayer(), service) : ServiceLoader.load(service, classPath);
    }

    private static <S> Found<S> instance(ServiceLoader.Provider<S> provider) {
        Class<? extends S> type = provider.type();
        try {
            return found(type, Optional.of(provider.get()), "");
        } catch (ServiceConfigurationError faulty) {
            Throwable cause = faulty.getCause() == null ? faulty : faulty.getCause();
            return found(type, Optional.empty(), "its constructor failed: " + cause);
        }
    }

    private static <S> Found<S> found(Class<? extends S> type, Optional<S> provider, String fault) {
        Module module = type.getModule();
        String name = module.isNamed() ? module.getName() : "";
        String version = Optional.ofNullable(module.getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
                .orElse("");
        return new Found<>(provider, fault, type.getName(), name, version, place(type));
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
