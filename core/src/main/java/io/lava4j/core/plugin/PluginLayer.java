package io.lava4j.core.plugin;

import java.util.List;
import java.util.ServiceLoader;

/** A plugin that is ready to be asked. */
record PluginLayer(PluginFolder folder, ModuleLayer layer) {

    /** New instances of its own providers, without those of the layers below. */
    <S> List<Found<S>> find(Class<S> service) {
        int own = count(service);
        if (own == 0) {
            return List.of();
        }
        Origin unknown = new Origin("", "", folder.path().toString(), folder.name());
        // A layer's own come first, one provider or fault each.
        return new Providers(unknown).of(service, ServiceLoader.load(layer, service), own);
    }

    /** How many providers its modules declare. */
    int count(Class<?> service) {
        return layer.modules().stream()
                .flatMap(module -> module.getDescriptor().provides().stream())
                .filter(provided -> provided.service().equals(service.getName()))
                .mapToInt(provided -> provided.providers().size())
                .sum();
    }
}
