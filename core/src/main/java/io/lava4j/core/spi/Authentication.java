package io.lava4j.core.spi;

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
}
