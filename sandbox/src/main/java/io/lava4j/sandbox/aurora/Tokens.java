package io.lava4j.sandbox.aurora;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which tokens are good, and why others were not: the client is told no reason. */
final class Tokens {
    private final KnownKeys keys = new KnownKeys();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile Endpoint endpoint;
    private volatile InstantSource clock = InstantSource.system();

    Tokens(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    boolean admit(String user, String token) {
        Optional<String> objection = new TokenCheck(endpoint, keys, user, clock.instant()).objection(token);
        objection.ifPresent(reason -> refuse(user, reason));
        return objection.isEmpty();
    }

    void refuse(String user, String reason) {
        refusals.add("The user '" + user + "' was refused: " + reason);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    KnownKeys keys() {
        return keys;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    void endpoint(Endpoint other) {
        endpoint = other;
    }

    void clock(InstantSource other) {
        clock = other;
    }
}
