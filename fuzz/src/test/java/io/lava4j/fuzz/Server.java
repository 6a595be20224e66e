package io.lava4j.fuzz;

import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A real server, which knows best. */
public enum Server {
    MYSQL {
        @Override
        public Database newDatabase(Sandbox sandbox) {
            return sandbox.mysql().newDatabase();
        }
    },
    MARIADB {
        @Override
        public Database newDatabase(Sandbox sandbox) {
            return sandbox.mariadb().newDatabase();
        }
    };

    private static final int LONGEST = 20;

    public abstract Database newDatabase(Sandbox sandbox);

    /** A connection to a new database; the driver sends statements as they are. */
    public Connection connect(Sandbox sandbox) throws SQLException {
        return connect(newDatabase(sandbox));
    }

    /** A connection whose driver sends statements as they are. */
    public static Connection connect(Database database) throws SQLException {
        com.mysql.cj.jdbc.MysqlDataSource source = new com.mysql.cj.jdbc.MysqlDataSource();
        source.setServerName(database.host());
        source.setPort(database.port());
        source.setDatabaseName(database.name());
        source.setEnableEscapeProcessing(false);
        source.setAllowPublicKeyRetrieval(true);
        return source.getConnection(database.user(), database.password());
    }

    /** A name that servers take for a table or a column, and as hostile as that allows. */
    public static String name(Choices data) {
        StringBuilder name = new StringBuilder();
        Hostile.name(data)
                .codePoints()
                .filter(each -> each != 0 && each <= 0xffff && !(each >= 0xd800 && each < 0xe000))
                .limit(LONGEST)
                .forEach(name::appendCodePoint);
        return name.append('_').toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
