package io.lava4j.core.run;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.local.LocalObjects;
import io.lava4j.core.local.LocalSecrets;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.plugin.Sought;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
    private final Optional<SecretStore> givenSecrets;
    private final Optional<ObjectStore> givenObjects;
    private final Plugins plugins;
    private final Duration secretsGoodFor;
    private final List<AutoCloseable> opened = new ArrayList<>();
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
        this.givenSecrets = givenSecrets;
        this.givenObjects = givenObjects;
        this.plugins = plugins;
        this.secretsGoodFor = secretsGoodFor;
    }

    synchronized SecretCache secrets() {
        if (secrets == null) {
            SecretStore store =
                    givenSecrets.orElseGet(() -> opened("secrets", LocalSecrets::new, plugins::secretStore));
            secrets = new SecretCache(store, secretsGoodFor, InstantSource.system());
        }
        return secrets;
    }

    synchronized ObjectStore objects() {
        if (objects == null) {
            objects = givenObjects.orElseGet(() -> opened("objects", LocalObjects::new, plugins::objectStore));
        }
        return objects;
    }

    @Override
    public synchronized void close() {
        opened.forEach(Stores::close);
        opened.clear();
    }

    private <S extends AutoCloseable> S opened(String folder, Function<Path, S> local, Supplier<Sought<S>> installed) {
        S store = directory
                .map(parent -> parent.resolve(folder))
                .filter(Files::isDirectory)
                .map(local)
                .orElseGet(() -> present(folder, installed.get()));
        opened.add(store);
        LOG.info("{} are read by {}", folder, store.getClass().getName());
        return store;
    }

    private <S> S present(String folder, Sought<S> installed) {
        return installed.provider().orElseThrow(() -> none(folder, installed.remark()));
    }

    private PluginException none(String folder, String remark) {
        return new PluginException(folder + " cannot be read: no module of this installation keeps them"
                + directory
                        .map(parent -> ", and there is no directory '" + parent.resolve(folder) + "'")
                        .orElse("")
                + "; add such a module"
                + directory.map(parent -> ", or make that directory").orElse("")
                + remark);
    }

    private static void close(AutoCloseable store) {
        try {
            store.close();
        } catch (Exception failed) {
            LOG.warn("{} did not close: {}", store.getClass().getName(), failed.toString());
        }
    }
}
