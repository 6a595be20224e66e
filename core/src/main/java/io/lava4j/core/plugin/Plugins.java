package io.lava4j.core.plugin;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.TemplateEngine;
import io.lava4j.core.store.SpecStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All plugins of one installation. A faulty one stops only what needs it. */
public final class Plugins {

    private final ByType<ConnectorProvider> connectors;
    private final ByType<JobProvider> jobs;
    private final ByType<Authentication> authentications;
    private final ByType<S3LoadPath> loadPaths;
    private final Once<ByType<SecretStore>> secretStores;
    private final Once<ByType<ObjectStore>> objectStores;
    private final Once<ByType<TemplateEngine>> templateEngines;
    private final Once<ByType<SpecStore>> specStores;
    private final Discovery discovery;

    /**
     * Finds all plugins, but for stores and the template engine: these are looked for when they are first wanted, since they
     * bring many classes, and most commands need none of them.
     *
     * @param discovery where they are found
     */
    public Plugins(Discovery discovery) {
        this.discovery = discovery;
        Set<String> untyped = Set.of("");
        connectors = new ByType<>("connector", ConnectorProvider.class, ConnectorProvider::types, discovery);
        jobs = new ByType<>("job", JobProvider.class, JobProvider::types, discovery);
        authentications = new ByType<>("authentication", Authentication.class, Authentication::types, discovery);
        loadPaths = new ByType<>("S3 load path", S3LoadPath.class, S3LoadPath::types, discovery);
        secretStores = new Once<>(() -> new ByType<>("secret store", SecretStore.class, store -> untyped, discovery));
        objectStores = new Once<>(() -> new ByType<>("object store", ObjectStore.class, store -> untyped, discovery));
        templateEngines =
                new Once<>(() -> new ByType<>("template engine", TemplateEngine.class, engine -> untyped, discovery));
        specStores = new Once<>(() -> new ByType<>("spec store", SpecStore.class, Plugins::schemes, discovery));
    }

    /**
     * The connector of a type.
     *
     * @param type in lower case
     * @return the one that serves it
     * @throws PluginException if there is none, more than one, or only a faulty one
     */
    public ConnectorProvider connector(String type) {
        return connectors.required(type);
    }

    /**
     * The job of a type.
     *
     * @param type in lower case
     * @return the one that runs it
     * @throws PluginException if there is none, more than one, or only a faulty one
     */
    public JobProvider job(String type) {
        return jobs.required(type);
    }

    /**
     * All connector types that have a provider.
     *
     * @return their names, in order
     */
    public Set<String> connectorTypes() {
        return connectors.types();
    }

    /**
     * All job types that have a provider.
     *
     * @return their names, in order
     */
    public Set<String> jobTypes() {
        return jobs.types();
    }

    /**
     * How connections of a type log in without a password.
     *
     * @param type in lower case
     * @return the one, if there is one
     * @throws PluginException if there is more than one
     */
    public Sought<Authentication> authentication(String type) {
        return authentications.find(type);
    }

    /**
     * How databases of a type load from S3 by themselves.
     *
     * @param type in lower case
     * @return the one, if there is one
     * @throws PluginException if there is more than one
     */
    public Sought<S3LoadPath> s3LoadPath(String type) {
        return loadPaths.find(type);
    }

    /**
     * The installation's secret store; the first call loads its class.
     *
     * @return an instance for the caller, who closes it, if there is one
     * @throws PluginException if there is more than one
     */
    public Sought<SecretStore> secretStore() {
        return secretStores.get().find("");
    }

    /**
     * The installation's object store; the first call loads its class.
     *
     * @return an instance for the caller, who closes it, if there is one
     * @throws PluginException if there is more than one
     */
    public Sought<ObjectStore> objectStore() {
        return objectStores.get().find("");
    }

    /**
     * The installation's template engine; the first call loads its class.
     *
     * @return the one, if there is one
     * @throws PluginException if there is more than one
     */
    public Sought<TemplateEngine> templateEngine() {
        return templateEngines.get().find("");
    }

    /**
     * The installation's store of specs of a scheme; the first call loads the classes of all.
     *
     * @param scheme in lower case
     * @return the one that has it
     * @throws PluginException if there is none, more than one, or only a faulty one
     */
    public SpecStore specStore(String scheme) {
        return specStores.get().required(scheme);
    }

    /**
     * Whether the connector of a type comes from a folder in plugins/.
     *
     * @param type in lower case
     * @return false for the installation's own, and for a type that is unknown
     */
    public boolean connectorFromFolder(String type) {
        return connectors.fromFolder(type);
    }

    /**
     * Whether the job of a type comes from a folder in plugins/.
     *
     * @param type in lower case
     * @return false for the installation's own, and for a type that is unknown
     */
    public boolean jobFromFolder(String type) {
        return jobs.fromFolder(type);
    }

    /**
     * Everything that was found, faulty ones too.
     *
     * @return in the order of kind and type, then what there is to say of the folders in plugins/
     */
    public List<Entry> entries() {
        secretStores.get();
        objectStores.get();
        templateEngines.get();
        specStores.get();
        return entriesSoFar();
    }

    /**
     * The same, without stores and a template engine of the installation that nobody has wanted yet: looking for them takes
     * time.
     *
     * @return in the order of {@link #entries}
     */
    public List<Entry> entriesSoFar() {
        Stream<ByType<?>> kinds = Stream.of(connectors, jobs, authentications, loadPaths);
        Stream<ByType<?>> late = Stream.of(
                        soFar(secretStores, SecretStore.class),
                        soFar(objectStores, ObjectStore.class),
                        soFar(templateEngines, TemplateEngine.class),
                        soFar(specStores, SpecStore.class))
                .flatMap(kind -> kind);
        return Stream.concat(
                        Stream.concat(kinds, late).flatMap(kind -> kind.entries().stream()),
                        discovery.remarks().stream())
                .toList();
    }

    private <S> Stream<ByType<S>> soFar(Once<ByType<S>> kind, Class<S> service) {
        return kind.isMade() || discovery.inFolders(service) ? Stream.of(kind.get()) : Stream.of();
    }

    private static Set<String> schemes(SpecStore store) {
        if (!SpecLocation.isScheme(store.scheme())) {
            throw new IllegalArgumentException("scheme '" + store.scheme()
                    + "': expected two characters or more of a to z, 0 to 9, plus, dot and hyphen, a letter first");
        }
        return Set.of(store.scheme());
    }

    /**
     * A type of a plugin, or what there is to say of a folder in plugins/.
     *
     * @param kind such as {@code connector}; {@code plugin} for a folder that cannot be used, {@code library} for a
     *     module of the installation that takes the place of the folder's own
     * @param type its name; empty where the kind has none
     * @param found the provider; without one for a folder and a library
     * @param fault why it cannot be used, as a sentence; empty when it can
     * @param note what is not as the plugin's author may expect, as a sentence; mostly empty
     */
    public record Entry(String kind, String type, Found<?> found, String fault, String note) {}
}
