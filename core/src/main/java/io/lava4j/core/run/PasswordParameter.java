package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.util.function.Supplier;

/**
 * The parameter that a connection's {@code password} names: one of the connection's own realm, and encrypted.
 *
 * @param subject the connection, for messages
 * @param realm the realm of the run
 * @param name what {@code password} says; by mistake it may be a password itself
 */
record PasswordParameter(String subject, String realm, String name) {

    private static final String ALL_REALMS = "/lava/";

    Secret read(Supplier<SecretCache> secrets) {
        String prefix = ALL_REALMS + realm + "/";
        if (!name.startsWith(prefix)) {
            String shown = name.startsWith(ALL_REALMS) ? "'" + name + "'" : "(hidden)";
            throw new ConfigurationException(subject + ": password " + shown
                    + " is outside the realm: expected the name of a parameter that begins with '" + prefix + "'");
        }
        SecretStore.Parameter parameter = secrets.get().parameter(name);
        if (!parameter.encrypted()) {
            throw new CredentialsException(subject + ": parameter '" + name
                    + "' is not encrypted: expected a SecureString; store it again as one, and change the password");
        }
        return parameter.value();
    }
}
