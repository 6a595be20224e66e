package io.lava4j.core.run;

import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what a secret store gave, for a while. Safe for use by several threads.
 *
 * <p>A job that opens many connections asks the store once, and a changed secret is seen soon.
 */
public final class SecretCache {

    private static final Logger LOG = LoggerFactory.getLogger(SecretCache.class);
    private static final int MOST_ENTRIES = 100;

    private final SecretStore store;
    private final long lifetimeMillis;
    private final InstantSource clock;
    private final Map<String, Entry<SecretStore.Parameter>> parameters = new LinkedHashMap<>();
    private final Map<String, Entry<Secret>> documents = new LinkedHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param store where secrets come from; closed by its owner
     * @param lifetime how long a value is good; zero for no cache
     * @param clock tells the time
     */
    public SecretCache(SecretStore store, Duration lifetime, InstantSource clock) {
        this.store = store;
        this.lifetimeMillis = lifetime.toMillis();
        this.clock = clock;
    }

    SecretStore.Parameter parameter(String name) {
        return get(parameters, name, store::parameter);
    }

    Secret document(String id) {
        return get(documents, id, store::document);
    }

    /** See {@link SecretStore#key}. */
    Optional<String> key(String name) {
        return store.key(name);
    }

    /** See {@link SecretStore#storing}. */
    String storing(String name, String key) {
        return store.storing(name, key);
    }

    /** See {@link SecretStore#showing}. */
    String showing(String key) {
        return store.showing(key);
    }

    synchronized void forgetParameter(String name) {
        parameters.remove(name);
    }

    synchronized void forgetDocument(String id) {
        documents.remove(id);
    }

    private synchronized <V> V get(Map<String, Entry<V>> entries, String name, Function<String, V> read) {
        long now = clock.millis();
        entries.values().removeIf(entry -> entry.goodUntil() <= now);
        Entry<V> known = entries.get(name);
        if (known != null) {
            return known.value();
        }
        V value = read.apply(name);
        LOG.debug("'{}' was read from the secret store", name);
        if (lifetimeMillis > 0) {
            if (entries.size() >= MOST_ENTRIES) {
                entries.remove(entries.keySet().iterator().next());
            }
            entries.put(name, new Entry<>(value, now + lifetimeMillis));
        }
        return value;
    }

    private record Entry<V>(V value, long goodUntil) {}
}
