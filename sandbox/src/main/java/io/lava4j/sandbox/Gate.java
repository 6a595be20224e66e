package io.lava4j.sandbox;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets work in until it is shut, and then lets the one who shut it wait for the work that is still going on. */
final class Gate {
    private final ReadWriteLock inside = new ReentrantReadWriteLock();
    private volatile boolean shut;

    <T> T enter(Supplier<T> work) {
        inside.readLock().lock();
        try {
            if (shut) {
                throw new SandboxException("The sandbox is closed: it starts no more servers");
            }
            return work.get();
        } finally {
            inside.readLock().unlock();
        }
    }

    void shut() {
        shut = true;
    }

    void awaitEmpty() {
        inside.writeLock().lock();
        inside.writeLock().unlock();
    }
}
