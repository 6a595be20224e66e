package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SqlSource;
import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection as a test words it, without a password; and what core lends to it. */
final class IamConnection implements Context {

    final Map<String, Object> spec = new HashMap<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<Credentials> made = new CopyOnWriteArrayList<>();

    Optional<S3LoadPath> s3LoadPath = Optional.empty();

    private final IamAuthentication authentication;

    IamConnection(IamAuthentication authentication) {
        this.authentication = authentication;
    }

    /** As a new IAM user of the stand-in's. */
    static IamConnection to(AuroraServer aurora) {
        return new IamConnection(new IamAuthentication()).asNewUserOf(aurora);
    }

    IamConnection asNewUserOf(AuroraServer aurora) {
        Database database = aurora.newDatabase();
        return with("type", "mysql-aurora")
                .with("host", "localhost")
                .with("port", aurora.port())
                .with("database", database.name())
                .with("user", aurora.newIamUser(database))
                .with("ssl", true)
                .with("ca_cert", aurora.caFile().toString())
                .with("region", aurora.region());
    }

    IamConnection with(String field, Object value) {
        spec.put(field, value);
        return this;
    }

    IamConnection without(String field) {
        spec.remove(field);
        return this;
    }

    Connection open() throws SQLException {
        return ((SqlSource) new AuroraConnectorProvider().connect(spec(), this)).open();
    }

    Spec spec() {
        return new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> "");
    }

    @Override
    public String application() {
        return "lv-test-job";
    }

    @Override
    public Credentials credentials() {
        Credentials credentials = authentication.credentials(spec());
        made.add(credentials);
        return credentials;
    }

    @Override
    public Optional<Credentials> renewed(Credentials refused) {
        return Optional.empty();
    }

    @Override
    public Optional<S3LoadPath> s3LoadPath() {
        return s3LoadPath;
    }

    @Override
    public Path privateDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "private")), "lent");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void event(String sentence) {
        events.add(sentence);
    }
}
