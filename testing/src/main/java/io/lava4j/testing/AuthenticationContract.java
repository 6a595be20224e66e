package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Authentication} must keep to. */
public abstract class AuthenticationContract {

    private final Told told = new Told();

    /** For subclasses. */
    protected AuthenticationContract() {}

    /**
     * Makes the provider. Asked many times.
     *
     * @return a new one
     */
    protected abstract Authentication provider();

    /**
     * A connection that it can make credentials for.
     *
     * @return the fields of its spec, complete; {@code user} among them
     */
    protected abstract Map<String, Object> fields();

    /**
     * A connection that it must refuse for what its spec says.
     *
     * @return the fields of its spec
     */
    protected abstract Map<String, Object> forbidden();

    @Test
    void itsTypesAreNamesInLowerCase() {
        assertFalse(provider().types().isEmpty(), "types() is empty: a provider serves at least one");
        provider().types().forEach(type -> assertEquals(type.toLowerCase(Locale.ROOT), type));
    }

    @Test
    void itsProviderReadsAndWritesNothing() throws IOException {
        assertEquals(List.of(), IoWatch.during(() -> provider().types()));
    }

    @Test
    void theCredentialsAreOfTheUserAndGoodNow() {
        Credentials credentials = credentials();
        assertEquals(fields().get("user"), credentials.user());
        assertFalse(credentials.password().reveal().isEmpty(), "the password is empty");
        credentials.goodUntil().ifPresent(end -> assertTrue(end.isAfter(Instant.now()), () -> "good until " + end));
    }

    @Test
    void whatItForbidsIsAnErrorOfOurs() {
        assertFalse(told.add(assertThrows(
                        ConfigurationException.class, () -> provider().credentials(spec(forbidden()))))
                .getMessage()
                .isBlank());
    }

    @Test
    void noSecretIsTold() {
        Credentials credentials = credentials();
        told.add(credentials);
        told.add(provider());
        told.assertSilentOn(credentials.password());
    }

    @Test
    void oneProviderMakesCredentialsForSeveralThreads() throws Exception {
        Authentication shared = provider();
        AtOnce.run(i -> () -> {
            assertEquals(
                    fields().get("user"), shared.credentials(spec(fields())).user());
            return true;
        });
    }

    private Credentials credentials() {
        return provider().credentials(spec(fields()));
    }

    private static Spec spec(Map<String, Object> fields) {
        return new Spec("connection 'contract'", fields, Path.of("").toAbsolutePath(), pointer -> "");
    }
}
