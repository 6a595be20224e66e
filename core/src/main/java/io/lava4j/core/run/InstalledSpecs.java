package io.lava4j.core.run;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.plugin.SpecLocation;
import io.lava4j.core.store.SpecStore;
import java.io.File;
import java.util.Collection;
import java.util.Optional;

/** Specs at a place of an installed store, which is looked for when a spec is first wanted. Safe for use by several threads. */
public final class InstalledSpecs implements SpecStore {

    private final SpecLocation location;
    private final Plugins plugins;
    private Optional<SpecStore> opened = Optional.empty();

    /**
     * Looks for nothing yet.
     *
     * @param location which store, and where in it
     * @param plugins what the installation has
     */
    public InstalledSpecs(SpecLocation location, Plugins plugins) {
        this.location = location;
        this.plugins = plugins;
    }

    @Override
    public Optional<Document> connection(String realm, String connId) {
        return store().connection(realm, connId);
    }

    @Override
    public Optional<Document> job(String realm, String jobId) {
        return store().job(realm, jobId);
    }

    @Override
    public Optional<Document> realm(String name) {
        return store().realm(name);
    }

    @Override
    public Collection<String> connections(String realm) {
        return store().connections(realm);
    }

    @Override
    public Collection<String> jobs(String realm) {
        return store().jobs(realm);
    }

    @Override
    public String description(String realm) {
        return store().description(realm);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(SpecStore::close);
        opened = Optional.empty();
    }

    private synchronized SpecStore store() {
        if (opened.isEmpty()) {
            opened = Optional.of(installed().at(location.place()));
        }
        return opened.get();
    }

    private SpecStore installed() {
        try {
            return plugins.specStore(location.scheme());
        } catch (PluginException unusable) {
            throw new PluginException("specs '" + location + "': " + unusable.getMessage() + directory(), unusable);
        }
    }

    private String directory() {
        String path = "./" + location;
        return new File(path).isDirectory() ? "; for the directory of that name write '" + path + "'" : "";
    }
}
