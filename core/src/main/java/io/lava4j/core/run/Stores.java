package io.lava4j.core.run;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.local.LocalObjects;
import io.lava4j.core.local.LocalSecrets;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one engine finds secrets and objects: a store given to it, else a directory beside the specs, else what the
 * installation has. Chosen at the first use. Safe for use by several threads.
 */
public final class Stores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final Optional<Path> directory;
    private final Supplier<SecretStore> secretChoice;
    private final Supplier<ObjectStore> objectChoice;
    private final Function<SecretStore, SecretCache> cache;
    private final boolean ownsSecrets;
    private final boolean ownsObjects;
    private SecretStore secretStore;
    private SecretCache secrets;
    private ObjectStore objects;

    /**
     * Chooses nothing yet.
     *
     * @param directory where {@code secrets/} and {@code objects/} may lie; empty to look for none
     * @param givenSecrets wins over all; not closed here
     * @param givenObjects wins over all; not closed here
     * @param plugins what the installation has
     * @param secretsGoodFor how long a secret that was read is good
     */
    public Stores(
            Optional<Path> directory,
            Optional<SecretStore> givenSecrets,
            Optional<ObjectStore> givenObjects,
            Plugins plugins,
            Duration secretsGoodFor) {
        this.directory = directory;
        this.ownsSecrets = givenSecrets.isEmpty();
        this.ownsObjects = givenObjects.isEmpty();
        this.secretChoice =
                () -> givenSecrets.orElseGet(() -> found("secrets", LocalSecrets::new, plugins::secretStore));
        this.objectChoice =
                () -> givenObjects.orElseGet(() -> found("objects", LocalObjects::new, plugins::objectStore));
        this.cache = store -> new SecretCache(store, secretsGoodFor, InstantSource.system());
    }

    synchronized SecretCache secrets() {
        if (secrets == null) {
            secretStore = secretChoice.get();
            secrets = cache.apply(secretStore);
        }
        return secrets;
    }

    synchronized ObjectStore objects() {
        if (objects == null) {
            objects = objectChoice.get();
        }
        return objects;
    }

    @Override
    public synchronized void close() {
        if (ownsSecrets) {
            close(secretStore);
        }
        if (ownsObjects) {
            close(objects);
        }
    }

    private <S> S found(String folder, Function<Path, S> local, Supplier<Optional<S>> installed) {
        return directory
                .map(parent -> parent.resolve(folder))
                .filter(Files::isDirectory)
                .map(local)
                .or(installed)
                .orElseThrow(
                        () -> new PluginException(folder + " cannot be read: no module of this installation keeps them"
                                + directory
                                        .map(parent -> ", and there is no directory '" + parent.resolve(folder) + "'")
                                        .orElse("")));
    }

    private static void close(AutoCloseable store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (Exception failed) {
            LOG.warn("a store did not close: {}", failed.toString());
        }
    }
}
