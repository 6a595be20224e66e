package io.lava4j.core.plugin;

import io.lava4j.core.plugin.Plugins.Entry;
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

    /**
     * What there is to say of the places where it looked, whatever service is asked for.
     *
     * @return those that cannot be used, and what is not as its author may expect; none by default
     */
    default List<Entry> remarks() {
        return List.of();
    }

    /**
     * Whether a folder in plugins/ brings a service; loads nothing of it.
     *
     * @param service its interface
     * @return false by default
     */
    default boolean inFolders(Class<?> service) {
        return false;
    }
}
