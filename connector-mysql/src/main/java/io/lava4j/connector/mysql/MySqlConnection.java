package io.lava4j.connector.mysql;

import io.lava4j.connector.mysql.check.ServerCheck;
import io.lava4j.connector.mysql.commandline.MySqlCommandLine;
import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.connector.mysql.load.Loader;
import io.lava4j.connector.mysql.load.TargetCheck;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.connector.mysql.session.UnverifiedServer;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SqlSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One configured server: queries, loads, and its client on the command line. */
final class MySqlConnection implements Connector, SqlSource, LoadTarget, Connector.CommandLine, Connector.Checkable {

    private final Dialler dialler;
    private final Loader loader;
    private final CommandLine commandLine;
    private final Checkable check;

    private MySqlConnection(Dialler dialler, Loader loader, CommandLine commandLine, Checkable check) {
        this.dialler = dialler;
        this.loader = loader;
        this.commandLine = commandLine;
        this.check = check;
    }

    static MySqlConnection of(Spec spec, Context context) {
        return of(spec, context, LoadSettings.of(spec));
    }

    static MySqlConnection of(Spec spec, Context context, LoadSettings settings) {
        ConnectionSettings connection = ConnectionSettings.of(spec);
        UnverifiedServer unverified = new UnverifiedServer(connection, context);
        Dialler dialler = new Dialler(connection, context, unverified);
        return new MySqlConnection(
                dialler,
                new Loader(dialler, spec, context, settings),
                new MySqlCommandLine(connection, context, unverified),
                new ServerCheck(connection, dialler, context, TargetCheck.of(spec)));
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

    @Override
    public Installed install(Path directory, String name) {
        return commandLine.install(directory, name);
    }

    @Override
    public void check(Optional<String> table, Checkup checkup) {
        check.check(table, checkup);
    }

    /** Nothing is kept open between calls. */
    @Override
    public void close() {}
}
