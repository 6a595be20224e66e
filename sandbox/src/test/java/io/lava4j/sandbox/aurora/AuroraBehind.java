package io.lava4j.sandbox.aurora;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.S3Server;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The stand-in without its relay: a MySQL with all that Aurora has in addition, and what judges the statements. */
record AuroraBehind(
        DatabaseServer mysql,
        S3Server s3,
        Path folder,
        AuroraSetup setup,
        AuroraSettings settings,
        AuroraStatements statements) {
    /** The same MySQL for every test, its settings as they are at the start. */
    static AuroraBehind of(Sandbox sandbox) throws IOException, SQLException {
        Path folder = Files.createDirectories(sandbox.folder().resolve("from-s3"));
        DatabaseServer mysql = sandbox.mysql(ServerOptions.standard().with("--secure-file-priv=" + folder));
        DataSource root = root(mysql);
        var setup = new AuroraSetup(root);
        setup.run();
        var settings = new AuroraSettings(root);
        settings.reset();
        var loading = new S3Loading(new S3Client(sandbox.s3()::endpoint, 2), folder, new LoadHistory(root));
        var statements = new AuroraStatements(settings, loading, new IamIdentification("IDENTIFIED BY 'secret'"));
        return new AuroraBehind(mysql, sandbox.s3(), folder, setup, settings, statements);
    }

    /** A new database and a session of its user, who may load from S3 when the role is active. */
    JdbcBackend session() throws SQLException {
        Database database = mysql.newDatabase();
        mysql.execute("GRANT " + S3Role.NAME + " TO '" + database.user() + "'@'%'");
        return new JdbcBackend(database.connect(), statements);
    }

    /** The same, and the role is active. */
    JdbcBackend loader() throws SQLException, IOException {
        JdbcBackend session = session();
        session.run("SET ROLE ALL");
        return session;
    }

    private static DataSource root(DatabaseServer mysql) throws SQLException {
        var source = new MysqlDataSource();
        source.setServerName(mysql.host());
        source.setPort(mysql.port());
        source.setUser(mysql.rootUser());
        source.setPassword(mysql.rootPassword());
        return source;
    }
}
