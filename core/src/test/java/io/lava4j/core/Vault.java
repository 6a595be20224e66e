package io.lava4j.core;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets of a test, and who asked for which. */
final class Vault implements SecretStore {

    /** A connection that has its fields from {@code prod/dwh}. */
    static final String FROM_SECRET =
            """
            conn_id: dwh
            type: sample
            enabled: true
            level: low
            secret_id: prod/dwh
            """;

    final Map<String, String> parameters = new HashMap<>();
    final Map<String, String> documents = new HashMap<>();
    final Map<String, String> keys = new HashMap<>();
    boolean keysDenied;
    final List<String> asked = new ArrayList<>();
    Runnable afterFirst = () -> {};
    boolean encrypted = true;
    boolean closed;

    @Override
    public Parameter parameter(String name) {
        return new Parameter(read(parameters, name), encrypted);
    }

    @Override
    public Secret document(String id) {
        return read(documents, id);
    }

    @Override
    public Optional<String> key(String name) {
        if (keysDenied) {
            throw new CredentialsException("no");
        }
        return Optional.ofNullable(keys.get(name));
    }

    @Override
    public String storing(String name, String key) {
        return "store '" + name + "' under '" + key + "'";
    }

    @Override
    public String showing(String key) {
        return "show '" + key + "'";
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What the sample connector tells of a login. */
    static String login(String user, String password) {
        return "login " + user + "/" + Integer.toHexString(password.hashCode());
    }

    /** A secret with everything that a connection needs. */
    static String secret(String password) {
        return "{\"username\": \"owner\", \"password\": \"" + password
                + "\", \"host\": \"secret-host\", \"port\": \"3307\", \"engine\": \"mysql\", \"more\": {\"a\": []}}";
    }

    private Secret read(Map<String, String> from, String name) {
        asked.add(name);
        String value = from.get(name);
        if (value == null) {
            throw new CredentialsException("'" + name + "' is not there");
        }
        if (asked.size() == 1) {
            afterFirst.run();
        }
        return new Secret(value);
    }
}
