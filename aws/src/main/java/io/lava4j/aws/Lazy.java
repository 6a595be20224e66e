package io.lava4j.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A client that is made when it is first needed, once, and closed if it was. Safe for use by several threads. */
final class Lazy<T extends SdkAutoCloseable> implements AutoCloseable {

    private final Supplier<T> maker;
    private Optional<T> client = Optional.empty();
    private boolean closed;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (client.isEmpty()) {
            client = Optional.of(maker.get());
        }
        return client.get();
    }

    @Override
    public synchronized void close() {
        closed = true;
        client.ifPresent(SdkAutoCloseable::close);
        client = Optional.empty();
    }
}
