package io.lava4j.sandbox.aurora;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access keys that tokens may be signed with. */
final class KnownKeys {
    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();

    void add(AccessKey key) {
        keys.put(key.id(), key);
    }

    Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
