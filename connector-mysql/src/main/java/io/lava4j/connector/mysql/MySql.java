package io.lava4j.connector.mysql;

import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.SqlText;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.Spec;

/** What a connector to a database of MySQL's kind is built from. */
public final class MySql {

    private MySql() {}

    /**
     * Makes a connection that is a {@link io.lava4j.core.spi.SqlSource}, a {@link io.lava4j.core.spi.LoadTarget} and a
     * {@link Connector.CommandLine}. Dials nothing yet.
     *
     * @param spec a spec with the fields of type {@code mysql}; others are not looked at
     * @param context what core lends to the connection: it decides on credentials and on the S3 load path
     * @return the connection; core closes it
     * @throws io.lava4j.core.error.ConfigurationException if host or TLS settings cannot be used
     */
    public static Connector connect(Spec spec, ConnectorProvider.Context context) {
        return MySqlConnection.of(spec, context);
    }

    /**
     * Renders what stands between the table and the end of a {@code LOAD DATA} statement: partitions, character set,
     * separators, header lines, columns and what is set in them. To be executed in a load session of ours, whose
     * {@code sql_mode} keeps backslash escapes.
     *
     * @param request a request that {@link io.lava4j.core.spi.LoadTarget#prepare} has accepted
     * @return SQL text that begins with {@code PARTITION} or {@code CHARACTER SET}
     * @throws io.lava4j.core.error.ConfigurationException if the options cannot be rendered
     */
    public static String loadClauses(LoadRequest request) {
        return LoadClauses.of(request).render();
    }

    /**
     * Renders a text as an SQL literal, for a session whose {@code sql_mode} keeps backslash escapes.
     *
     * @param text any characters
     * @return the literal with its quotes
     */
    public static String literal(String text) {
        return SqlText.literal(text);
    }

    /**
     * Renders a name as a quoted SQL identifier.
     *
     * @param name any characters
     * @return the identifier with its back quotes
     */
    public static String identifier(String name) {
        return SqlText.identifier(name);
    }
}
