package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.SecretStore.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link SecretStore} must keep to. */
public abstract class SecretStoreContract {

    private static final String DOCUMENT = "{\"username\": \"etl\", \"password\": \"\u00fc '\\\"\"}";

    private final String name = "/lava/contract/" + UUID.randomUUID();
    private final Told told = new Told();
    private Optional<SecretStore> opened = Optional.empty();

    /** For subclasses. */
    protected SecretStoreContract() {}

    /**
     * Makes the store.
     *
     * @return a new one, which the contract closes
     */
    protected abstract SecretStore store();

    /**
     * Puts an encrypted parameter where the store finds it, in place of one of that name.
     *
     * @param name such as {@code /lava/contract/x}
     * @param value its value
     */
    protected abstract void putParameter(String name, String value);

    /**
     * Puts a document where the store finds it.
     *
     * @param id its name, such as {@code contract/x}
     * @param text what it holds
     */
    protected abstract void putDocument(String id, String text);

    @AfterEach
    final void close() {
        opened.ifPresent(SecretStore::close);
    }

    @Test
    void aNewStoreReadsAndWritesNothing() throws IOException {
        assertEquals(List.of(), IoWatch.during(() -> store().close()));
    }

    @Test
    void aParameterIsGivenAsItIsAndSaysThatItIsEncrypted() {
        putParameter(name, " p\u00e4ss'\"\\ ");

        Parameter parameter = opened().parameter(name);

        assertEquals(" p\u00e4ss'\"\\ ", parameter.value().reveal());
        assertTrue(parameter.encrypted(), "it is said to be in plain text: no connection would take it");
    }

    @Test
    void aDocumentIsGivenAsItIs() {
        putDocument(id(), DOCUMENT);

        assertEquals(DOCUMENT, opened().document(id()).reveal());
    }

    /** Core keeps what it has read for a while, and asks again when a server refuses it. */
    @Test
    void eachReadIsAReadOfTheStore() {
        putParameter(name, "old");
        opened().parameter(name);
        putParameter(name, "new");

        assertEquals("new", opened().parameter(name).value().reveal());
    }

    @Test
    void whatIsMissingIsAnErrorThatNamesIt() {
        assertNamed(name, assertThrows(CredentialsException.class, () -> opened().parameter(name)));
        assertNamed(id(), assertThrows(CredentialsException.class, () -> opened().document(id())));
    }

    @Test
    void noSecretIsTold() {
        putParameter(name, "open sesame");
        Parameter parameter = opened().parameter(name);
        told.add(parameter);
        told.add(opened());
        told.assertSilentOn(parameter.value());
    }

    @Test
    void oneStoreIsReadBySeveralThreads() throws Exception {
        putParameter(name, "open sesame");

        assertEquals(
                List.of("open sesame", "open sesame", "open sesame", "open sesame"),
                AtOnce.run(i -> () -> opened().parameter(name).value().reveal()));
    }

    private synchronized SecretStore opened() {
        opened = opened.or(() -> Optional.of(store()));
        return opened.get();
    }

    private String id() {
        return name.substring(1);
    }

    private static void assertNamed(String name, CredentialsException missing) {
        assertTrue(missing.getMessage().contains(name), missing::getMessage);
    }
}
