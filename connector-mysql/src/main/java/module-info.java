/** Connection types mysql and mariadb. */
module io.lava4j.connector.mysql {
    // For connectors that are "mysql plus".
    exports io.lava4j.connector.mysql;
    // The driver makes its sockets by name.
    exports io.lava4j.connector.mysql.wire to
            mysql.connector.j;

    requires transitive io.lava4j.core;
    // The driver's data source is a javax.naming.Referenceable.
    requires java.naming;
    requires aircompressor;
    // What aircompressor reads memory with; it is an automatic module, and does not say so.
    requires jdk.unsupported;
    requires mysql.connector.j;

    provides io.lava4j.core.spi.ConnectorProvider with
            io.lava4j.connector.mysql.provider.MySqlConnectorProvider;
}
