package io.lava4j.core.spi;

import java.util.Optional;

/**
 * Where secrets are kept. May be found by {@link java.util.ServiceLoader}: a new instance does no I/O. Safe for use by
 * several threads. Keeps nothing that it has read: core does.
 */
public interface SecretStore extends AutoCloseable {

    /**
     * Reads and decrypts a parameter, as of SSM.
     *
     * @param name its name, such as {@code /lava/prod/dwh/password}
     * @return the parameter
     * @throws io.lava4j.core.error.CredentialsException if there is none, or it cannot be read; never with its value
     */
    Parameter parameter(String name);

    /**
     * Reads a secret document, as of Secrets Manager.
     *
     * @param id its name or ARN
     * @return the document's text
     * @throws io.lava4j.core.error.CredentialsException if there is none, or it cannot be read; never with its value
     */
    Secret document(String id);

    /**
     * The key that a parameter is encrypted with, for {@code lava check} alone: who may read a parameter need not be
     * allowed to ask for this.
     *
     * @param name the parameter's name
     * @return the key as it was named when the parameter was stored; empty, and so by default, when the store has no keys
     * @throws io.lava4j.core.error.CredentialsException if the store does not tell
     */
    default Optional<String> key(String name) {
        return Optional.empty();
    }

    /**
     * What a person types to store a parameter anew, encrypted.
     *
     * @param name the parameter's name
     * @param key the key to encrypt it with
     * @return a command without the value; empty, and so by default, when there is none to tell
     */
    default String storing(String name, String key) {
        return "";
    }

    /**
     * What a person types to see which key a name stands for.
     *
     * @param key the key's name
     * @return a command; empty, and so by default, when there is none to tell
     */
    default String showing(String key) {
        return "";
    }

    /** Gives back what it holds. */
    @Override
    void close();

    /**
     * A parameter's value and kind.
     *
     * @param value the decrypted value
     * @param encrypted whether the store keeps it encrypted (SSM: a SecureString)
     */
    record Parameter(Secret value, boolean encrypted) {}
}
