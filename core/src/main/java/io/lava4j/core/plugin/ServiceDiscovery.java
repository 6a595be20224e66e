package io.lava4j.core.plugin;

import java.util.List;
import java.util.ServiceLoader;

/** Discovery by {@link ServiceLoader}: the module layer that core lives in, or the class path. */
public final class ServiceDiscovery implements Discovery {

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
        return new Providers(new Origin("", "", "", "")).of(service, loader(service), Integer.MAX_VALUE);
    }

    @Override
    public String description() {
        return self.isNamed() ? "the module path" : "the class path";
    }

    private <S> ServiceLoader<S> loader(Class<S> service) {
        return self.isNamed() ? ServiceLoader.load(self.getLayer(), service) : ServiceLoader.load(service, classPath);
    }
}
