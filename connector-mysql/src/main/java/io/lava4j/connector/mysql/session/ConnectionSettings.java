package io.lava4j.connector.mysql.session;

import io.lava4j.core.spi.Spec;

/**
 * What a connection spec says, credentials aside.
 *
 * @param subject the connection, for messages: {@code connection 'dwh'}
 * @param address the server
 * @param database the schema that a session begins in
 * @param tls what is demanded of TLS
 */
public record ConnectionSettings(String subject, ServerAddress address, String database, TlsSettings tls) {

    /** The settings in a spec. */
    public static ConnectionSettings of(Spec spec) {
        return new ConnectionSettings(
                spec.subject(), ServerAddress.of(spec), spec.required("database"), TlsSettings.of(spec));
    }
}
