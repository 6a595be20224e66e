package io.lava4j.testing;

import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.S3LoadPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What core lends to a connection, as a contract wants it. */
final class LentContext implements ConnectorProvider.Context {

    final AtomicInteger readings = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();

    private final Supplier<Credentials> credentials;
    private final Path directory;
    private final Told told;

    LentContext(Supplier<Credentials> credentials, Path directory, Told told) {
        this.credentials = credentials;
        this.directory = directory;
        this.told = told;
    }

    @Override
    public String application() {
        return "lv-contract-test";
    }

    @Override
    public Credentials credentials() {
        readings.incrementAndGet();
        return credentials.get();
    }

    @Override
    public Optional<Credentials> renewed(Credentials refused) {
        renewals.incrementAndGet();
        return Optional.empty();
    }

    @Override
    public Optional<S3LoadPath> s3LoadPath() {
        return Optional.empty();
    }

    @Override
    public synchronized Path privateDirectory() {
        try {
            return Files.createDirectories(directory.resolve("private"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void event(String sentence) {
        told.add(sentence);
    }
}
