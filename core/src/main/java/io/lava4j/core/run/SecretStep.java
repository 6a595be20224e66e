package io.lava4j.core.run;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the secret of a connection can be read, and is kept as it should be.
 *
 * @param valid the connection
 * @param realm whose secrets it may use
 * @param secrets reads them
 * @param cache gives what was read
 */
record SecretStep(ValidConnection valid, String realm, ConnectionSecrets secrets, Supplier<SecretCache> cache) {

    private static final String PASSWORD = "password";

    /** To be asked once the spec is complete, so once the secret has been read. */
    Finding found() {
        Optional<String> parameter = valid.parsed().text(PASSWORD);
        if (parameter.isPresent()) {
            return underKey(parameter.get());
        }
        Stream<String> given = valid.parsed().text("secret_id").map(this::given).stream();
        Stream<String> own = secrets.own().map(way -> "no password is stored: logs in with " + way.means()).stream();
        String seen = Stream.concat(given, own).collect(Collectors.joining("; "));
        return Finding.ok(seen.isEmpty() ? "none is needed" : seen);
    }

    /** What to do about a secret that cannot be used. */
    Finding failed(LavaException failure) {
        String remedy = valid.parsed()
                .text(PASSWORD)
                .filter(name -> failure instanceof CredentialsException && isInPlainText(name))
                .map(name -> cache.get().storing(name, expected()))
                .orElse("");
        return Finding.failed(Steps.told(valid.subject(), failure.getMessage()), remedy);
    }

    private String given(String id) {
        List<String> fields = secrets.given();
        return "secret '" + id + "' gives " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
    }

    private Finding underKey(String name) {
        String readable = "parameter '" + name + "' is readable and encrypted";
        try {
            return cache.get()
                    .key(name)
                    .map(key -> underKey(name, readable, key))
                    .orElseGet(() -> Finding.ok("parameter '" + name + "' is readable, by its owner alone"));
        } catch (CredentialsException untold) {
            return Finding.ok(
                    readable + "; whether under '" + expected() + "' may not be looked up: " + untold.getMessage());
        }
    }

    private Finding underKey(String name, String readable, String key) {
        if (key.equals(expected()) || key.endsWith(":" + expected())) {
            return Finding.ok(readable + " under '" + expected() + "'");
        }
        return key.contains("alias/")
                ? Finding.warning(
                        readable + " under '" + key + "', expected '" + expected()
                                + "': whoever may use the realm's key alone cannot read it",
                        cache.get().storing(name, expected()))
                : Finding.warning(
                        readable + " under key '" + key + "', which should be the one of '" + expected() + "'",
                        cache.get().showing(expected()));
    }

    private boolean isInPlainText(String name) {
        try {
            return !cache.get().parameter(name).encrypted();
        } catch (LavaException unreadable) {
            return false;
        }
    }

    private String expected() {
        return "alias/lava-" + realm + "-sys";
    }
}
