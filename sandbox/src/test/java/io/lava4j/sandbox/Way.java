package io.lava4j.sandbox;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** How Connector/J gets to a database: its port and settings. */
record Way(Database database, int port, String settings) {
    Connection connect() throws SQLException {
        return connect("");
    }

    Connection connect(String moreSettings) throws SQLException {
        return connect(database.user(), database.password(), moreSettings);
    }

    Connection connect(String user, String password, String moreSettings) throws SQLException {
        var source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://" + database.host() + ":" + port + "/" + database.name()
                + "?allowPublicKeyRetrieval=true" + settings + moreSettings);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }
}
