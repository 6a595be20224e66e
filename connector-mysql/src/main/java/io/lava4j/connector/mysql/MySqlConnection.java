package io.lava4j.connector.mysql;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.connector.mysql.load.Loader;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SqlSource;
import java.sql.Connection;
import java.sql.SQLException;

/** One configured server: queries and loads. */
final class MySqlConnection implements Connector, SqlSource, LoadTarget {

    private final Dialler dialler;
    private final Loader loader;

    private MySqlConnection(Dialler dialler, Loader loader) {
        this.dialler = dialler;
        this.loader = loader;
    }

    static MySqlConnection of(Spec spec, Context context) {
        return of(spec, context, LoadSettings.DEFAULT);
    }

    static MySqlConnection of(Spec spec, Context context, LoadSettings settings) {
        Dialler dialler = new Dialler(ConnectionSettings.of(spec), context);
        return new MySqlConnection(dialler, new Loader(dialler, spec, context, settings));
    }

    @Override
    public Connection open() throws SQLException {
        return dialler.open();
    }

    @Override
    public String named(String name) {
        return loader.named(name);
    }

    @Override
    public Prepared prepare(LoadRequest request) {
        return loader.prepare(request);
    }

    /** Nothing is kept open between calls. */
    @Override
    public void close() {}
}
