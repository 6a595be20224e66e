package io.lava4j.core.plugin;

import java.util.function.Supplier;

/** A value that is made when it is first wanted. Safe for use by several threads. */
final class Once<T> {

    private final Supplier<T> maker;
    private T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }

    synchronized boolean isMade() {
        return value != null;
    }
}
