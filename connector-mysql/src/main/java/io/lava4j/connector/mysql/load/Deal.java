package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Deals objects out, large ones first; those that would keep one connection busy when the others are done are cut. When one
 * part fails there is no more for anybody. Safe for use by several threads.
 */
final class Deal implements AutoCloseable {

    private final Deque<StoredObject> waiting;
    private final Spread spread;
    private final long most;
    private final LongConsumer passed;
    private final List<DealtObject> dealt = new ArrayList<>();
    /** Objects that one thread loads alone, in parts if need be: what it undoes when it fails stays small. */
    private final Map<Thread, DealtObject> own = new HashMap<>();

    private Optional<DealtObject> shared = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean ended;

    /**
     * Makes it; opens nothing.
     *
     * @param objects what to deal out
     * @param spread to how many, and in what parts
     * @param passed told of the objects' own bytes as they are read
     */
    Deal(List<StoredObject> objects, Spread spread, LongConsumer passed) {
        this.waiting = new ArrayDeque<>(objects.stream()
                .sorted(Comparator.comparingLong(StoredObject::size).reversed())
                .toList());
        this.spread = spread;
        long half = objects.stream().mapToLong(StoredObject::size).sum() / (2L * spread.connections());
        this.most = Math.max(spread.sizes().least(), half);
        this.passed = passed;
    }

    /** The next part; nothing when there are no more. */
    Optional<Part> next() {
        for (Optional<DealtObject> object = pick(); object.isPresent(); object = pick()) {
            Optional<Part> part = object.get().next();
            if (part.isPresent()) {
                return part;
            }
            leave(object.get());
        }
        return Optional.empty();
    }

    /** Ends it for all; the first reason is kept. */
    synchronized void fail(Throwable reason) {
        if (!ended) {
            failure = Optional.of(reason);
        }
        end();
    }

    synchronized void end() {
        ended = true;
        dealt.forEach(DealtObject::stop);
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** Why it has ended early, if it has. */
    synchronized Optional<Throwable> failure() {
        return failure;
    }

    /** How objects were cut, for people. */
    synchronized List<String> told() {
        return dealt.stream().map(DealtObject::told).flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
        end();
        dealt.forEach(DealtObject::close);
    }

    private synchronized Optional<DealtObject> pick() {
        if (ended) {
            return Optional.empty();
        }
        Optional<DealtObject> begun = Optional.ofNullable(own.get(Thread.currentThread()));
        if (begun.isPresent()) {
            return begun;
        }
        if (shared.isPresent()) {
            return shared;
        }
        Optional<DealtObject> next = Optional.ofNullable(waiting.poll()).map(this::deal);
        shared = next.filter(DealtObject::isCut);
        next.filter(each -> !each.isCut()).ifPresent(whole -> own.put(Thread.currentThread(), whole));
        return next;
    }

    private DealtObject deal(StoredObject object) {
        boolean cut = object.size() > most;
        DealtObject next = new DealtObject(
                object,
                spread.path().blocks(object, spread.sizes().block(), passed),
                spread.sizes().part(),
                cut);
        dealt.add(next);
        return next;
    }

    private synchronized void leave(DealtObject object) {
        shared = shared.filter(each -> each != object);
        own.values().removeIf(each -> each == object);
    }
}
