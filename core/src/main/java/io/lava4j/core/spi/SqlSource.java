package io.lava4j.core.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** A connector that opens JDBC connections. */
public interface SqlSource {

    /**
     * Opens a new physical connection, autocommit on.
     *
     * @return the connection; the caller closes it
     * @throws io.lava4j.core.error.CredentialsException if the server refuses the credentials
     * @throws io.lava4j.core.error.ConfigurationException if the connection's TLS settings cannot be met
     * @throws SQLException if the server cannot be reached
     */
    Connection open() throws SQLException;
}
