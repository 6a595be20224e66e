package io.lava4j.sandbox;

import java.util.Optional;
import java.util.function.Supplier;

/** Something made when it is first asked for; who asks meanwhile waits. After a failure the next one tries again. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T value = made.orElseGet(maker);
        made = Optional.of(value);
        return value;
    }
}
