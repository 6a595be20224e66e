package io.lava4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SecretCacheTest {

    private final Counting store = new Counting();
    private Instant now = Instant.EPOCH;
    private final SecretCache cache = new SecretCache(store, Duration.ofMinutes(2), () -> now);

    @Test
    void aValueIsGoodForItsLifetimeAndNoLonger() {
        assertEquals("1", read("a"));
        now = now.plusSeconds(119);
        assertEquals("1", read("a"));
        now = now.plusSeconds(1);
        assertEquals("2", read("a"));
    }

    @Test
    void aHundredValuesAreKeptAndTheOldestGoesFirst() {
        IntStream.range(0, 101).forEach(i -> read("p" + i));

        assertEquals("2", read("p1"), "still there");
        assertEquals("102", read("p0"), "read again");
    }

    @Test
    void aParameterAndADocumentOfOneNameAreTwo() {
        assertEquals("1", read("a"));
        assertEquals("2", cache.document("a").reveal());
        assertEquals("1", read("a"));
    }

    @Test
    void withoutALifetimeNothingIsKept() {
        SecretCache none = new SecretCache(store, Duration.ZERO, () -> now);

        assertEquals("1", none.parameter("a").value().reveal());
        assertEquals("2", none.parameter("a").value().reveal());
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        read("a");
        read("b");
        cache.forgetParameter("a");

        assertEquals("2", read("b"));
        assertEquals("3", read("a"));
    }

    @Test
    void aFailureIsNotKept() {
        store.failing = true;
        assertThrows(CredentialsException.class, () -> read("a"));
        store.failing = false;

        assertEquals("1", read("a"));
    }

    private String read(String name) {
        return cache.parameter(name).value().reveal();
    }

    /** Gives another value at each reading. */
    private static final class Counting implements SecretStore {

        private int read;
        private boolean failing;

        @Override
        public Parameter parameter(String name) {
            return new Parameter(document(name), true);
        }

        @Override
        public Secret document(String id) {
            if (failing) {
                throw new CredentialsException("secret '" + id + "' cannot be read");
            }
            read++;
            return new Secret(String.valueOf(read));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
