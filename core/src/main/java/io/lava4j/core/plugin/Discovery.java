package io.lava4j.core.plugin;

import java.util.List;

/** Finds providers. An interface, so that the registry is tested with any order and any fault. */
public interface Discovery {

    /**
     * All providers of a service.
     *
     * @param <S> the service
     * @param service its interface
     * @return new instances, faulty ones too, in the order in which they were found
     */
    <S> List<Found<S>> find(Class<S> service);

    /**
     * Where it looks.
     *
     * @return for messages, such as {@code the module path}
     */
    String description();
}
