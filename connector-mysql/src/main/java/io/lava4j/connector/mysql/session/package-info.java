/** From a connection spec to an open JDBC connection: settings, TLS, login. */
package io.lava4j.connector.mysql.session;
