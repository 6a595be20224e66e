package io.lava4j.sandbox;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Who may log in where. */
record Account(String host, int port, String user, String password) {
    private static final int LIMIT_MILLISECONDS = 10_000;

    /** Connections in a database; an empty name is none. */
    DataSource in(String database) {
        try {
            var source = new MysqlDataSource();
            source.setServerName(host);
            source.setPort(port);
            source.setDatabaseName(database);
            source.setUser(user);
            source.setPassword(password);
            source.setConnectTimeout(LIMIT_MILLISECONDS);
            source.setSslMode("PREFERRED");
            // Some variants offer no TLS; the way is this machine's loopback.
            source.setAllowPublicKeyRetrieval(true);
            return source;
        } catch (SQLException e) {
            throw new SandboxException("Connector/J refuses the sandbox's settings", e);
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
