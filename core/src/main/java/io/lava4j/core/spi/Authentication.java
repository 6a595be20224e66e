package io.lava4j.core.spi;

import java.util.List;
import java.util.Set;

/**
 * A way to log in without a stored password. Asked when neither the spec nor its secret holds one, for every physical
 * connection. At most one a type. Found by {@link java.util.ServiceLoader}.
 */
public interface Authentication {

    /**
     * The connection types it serves, in lower case.
     *
     * @return at least one
     */
    Set<String> types();

    /**
     * What it logs in with, for a message.
     *
     * @return such as {@code an IAM token}
     */
    String means();

    /**
     * Makes credentials.
     *
     * @param spec the connection, complete
     * @return credentials that a login can use now
     * @throws io.lava4j.core.error.ConfigurationException if the spec forbids them, before anything is made or dialled
     * @throws io.lava4j.core.error.CredentialsException if they cannot be made
     */
    Credentials credentials(Spec spec);

    /**
     * Walks the way to the credentials, for {@code lava check}; dials no database. By default one step makes some.
     *
     * @param spec the connection, complete
     * @param checkup takes the steps
     */
    default void check(Spec spec, Connector.Checkup checkup) {
        checkup.step("login credentials", List.of(), () -> {
            credentials(spec);
            return Connector.Finding.ok(means() + " can be made");
        });
    }
}
