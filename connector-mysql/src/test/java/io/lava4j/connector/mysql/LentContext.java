package io.lava4j.connector.mysql;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What core lends, as a test wants it. */
public final class LentContext implements Context {

    final List<String> events = new CopyOnWriteArrayList<>();
    String application = "lv-test-job";
    Optional<S3LoadPath> s3LoadPath = Optional.empty();
    Optional<Credentials> renewed = Optional.empty();
    int renewals;
    int readings;
    Credentials credentials;
    Optional<Error> trouble = Optional.empty();
    Optional<CredentialsException> expired = Optional.empty();
    Runnable whenRead = () -> {};

    private Path directory;

    /** Lends the credentials of a user. */
    public LentContext(String user, String password) {
        credentials = credentials(user, password);
    }

    /** Lends others from now on. */
    public void lend(Credentials others) {
        credentials = others;
    }

    /** What has been told. */
    public List<String> events() {
        return events;
    }

    static Credentials credentials(String user, String password) {
        return new Credentials(user, new Secret(password), Optional.empty());
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public Credentials credentials() {
        readings++;
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        if (expired.isPresent()) {
            throw expired.get();
        }
        whenRead.run();
        return credentials;
    }

    @Override
    public Optional<Credentials> renewed(Credentials refused) {
        renewals++;
        return renewed;
    }

    @Override
    public Optional<S3LoadPath> s3LoadPath() {
        return s3LoadPath;
    }

    @Override
    public Path privateDirectory() {
        try {
            if (directory == null) {
                directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "private")), "lent");
            }
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void event(String sentence) {
        events.add(sentence);
    }
}
