package io.lava4j.core;

import io.lava4j.core.local.SpecDirectory;
import io.lava4j.core.local.SpecFiles;
import io.lava4j.core.plugin.Discovery;
import io.lava4j.core.plugin.PluginFolders;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.plugin.ServiceDiscovery;
import io.lava4j.core.plugin.SpecLocation;
import io.lava4j.core.run.ConnectionCheck;
import io.lava4j.core.run.Environment;
import io.lava4j.core.run.InstalledSpecs;
import io.lava4j.core.run.JobRun;
import io.lava4j.core.run.OpenedCommandLine;
import io.lava4j.core.run.Outcome;
import io.lava4j.core.run.Stores;
import io.lava4j.core.schema.Schemas;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.store.SpecStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The engine: runs jobs, checks connections, validates specs, lists plugins. The one entry point of a program that embeds lava4j; the command
 * line is one.
 *
 * <p>Several may live in one JVM. One engine runs its jobs one after the other or from several threads at once; each run
 * has connections of its own. Interrupting the thread that calls {@link #run} cancels that run.
 */
public final class Lava implements AutoCloseable {

    private final Environment environment;
    private final Installed installed;
    private final Supplier<Optional<String>> realm;
    private final Listener listener;
    private final Optional<InstalledSpecs> specs;

    private Lava(
            Environment environment,
            Supplier<Optional<String>> realm,
            Listener listener,
            Optional<InstalledSpecs> specs) {
        this.environment = environment;
        this.specs = specs;
        this.installed = new Installed(environment);
        this.realm = realm;
        this.listener = listener;
    }

    /**
     * Begins an engine with nothing set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Runs a job to its end; a dry run does all that changes nothing, and its result says what the run would do.
     *
     * @param request which job, and with what
     * @return how it ended: a failure is in the result, never thrown
     */
    public JobResult run(JobRequest request) {
        JobRun run = new JobRun(environment, realm, listener, request.dryRun());
        Outcome outcome = request.file().isPresent()
                ? run.run(() -> SpecFiles.read(request.file().get()), request.parameters(), request.force())
                : run.run(request.jobId().orElseThrow(), request.parameters(), request.force());
        return JobResult.of(outcome);
    }

    /**
     * Opens a connection for the command line: an executable that runs the client of its kind, with everything of the
     * connection in place.
     *
     * @param connId its {@code conn_id}
     * @return the executable, usable until it is closed by the caller, which also closes the connection and removes all that
     *     was made for it
     * @throws io.lava4j.core.error.LavaException if the connection is not there, not valid, not enabled, has no credentials,
     *     or cannot be opened by an executable
     */
    public Connector.Installed commandLine(String connId) {
        return OpenedCommandLine.open(environment, realm, listener, connId);
    }

    /**
     * Walks the way of a connection, step by step, from its spec to the rights at its end; changes nothing.
     *
     * @param request which connection, and what else to look at
     * @param hearer is told of each step as it ends, on the calling thread
     * @return how all of them ended: a failure is a step's, never thrown
     * @throws io.lava4j.core.error.CancelledException if the thread is interrupted
     */
    public CheckResult check(CheckRequest request, Consumer<CheckedStep> hearer) {
        ConnectionCheck check = new ConnectionCheck(
                environment, realm, listener, request.connId(), step -> hearer.accept(CheckedStep.of(step)));
        return CheckResult.of(request.connId(), check.walk(request.table(), request.loadFrom()));
    }

    /**
     * Validates spec files: reads and checks them against the schemas of their types; asks no store and no server.
     *
     * @param filesAndDirectories files, and directories whose spec files are meant, at any depth
     * @return what was found for each file, faults or none, in the order of the names
     */
    public List<CheckedSpec> validate(List<Path> filesAndDirectories) {
        return new SpecCheck(environment).check(filesAndDirectories);
    }

    /**
     * The plugins of this installation, faulty ones too.
     *
     * @return in the order of kind and type, then folders of plugins that cannot be used, and libraries that plugins share
     */
    public List<PluginInfo> plugins() {
        return installed.all();
    }

    /**
     * What is wrong with plugins, as far as it is known without loading what no run may need; {@link #plugins} tells all. A
     * faulty plugin stops only what needs it.
     *
     * @return sentences, each once; none when all is well
     */
    public List<String> pluginFaults() {
        return installed.faults();
    }

    /**
     * What a spec of a type must be; asks no store and no server.
     *
     * @param type a connector or job type, in any case; or {@code realm}
     * @return its schema
     * @throws io.lava4j.core.error.PluginException if the type is unknown, with the known ones and the nearest, or its
     *     plugin is faulty
     */
    public TypeSchema schema(String type) {
        return new TypeSchemas(environment, installed).of(type);
    }

    /**
     * What specs of every kind and type must be; asks no store and no server. Types that cannot be used are left out: {@link
     * #plugins} tells of them.
     *
     * @return what every connection has and each connector type in order, the same of jobs, and the realm
     * @throws io.lava4j.core.error.PluginException if a type that came with the installation is faulty
     */
    public List<TypeSchema> schemas() {
        return new TypeSchemas(environment, installed).all();
    }

    /** Closes the stores that the engine opened; those that were given to it stay open. */
    @Override
    public void close() {
        environment.stores().close();
        specs.ifPresent(InstalledSpecs::close);
    }

    /** What an engine is made of. An instance given wins over what is found; used by one thread. */
    public static final class Builder {

        private static final Duration SECRETS_GOOD_FOR = Duration.ofMinutes(2);

        private Path directory = Path.of("");
        private Optional<SpecStore> specs = Optional.empty();
        private Optional<SpecLocation> location = Optional.empty();
        private Optional<String> realm = Optional.empty();
        private Optional<SecretStore> secrets = Optional.empty();
        private Optional<ObjectStore> objects = Optional.empty();
        private Duration secretsGoodFor = SECRETS_GOOD_FOR;
        private Listener listener = new Listener() {};
        private Optional<Path> plugins = Optional.empty();
        private Discovery discovery = new ServiceDiscovery();

        private Builder() {}

        /**
         * Specs from a directory; where it holds {@code secrets/} or {@code objects/}, these take the place of the
         * installation's own stores. Default: the current directory.
         *
         * @param specDirectory holds connections/, jobs/, and perhaps a realm file
         * @return this
         */
        public Builder specs(Path specDirectory) {
            directory = specDirectory;
            specs = Optional.empty();
            location = Optional.empty();
            return this;
        }

        /**
         * Specs from a directory or an installed store, as {@code lava run --specs} takes it. A store needs a {@link
         * #realm}.
         *
         * @param specLocation a directory, or a store's scheme, a colon and a place in it, such as {@code dynamodb:}; a
         *     directory whose name looks like that is {@code ./name:x}
         * @return this
         * @throws java.nio.file.InvalidPathException if it can be neither
         */
        public Builder specs(String specLocation) {
            Optional<SpecLocation> inStore = SpecLocation.of(specLocation);
            specs(inStore.isPresent() ? Path.of("") : Path.of(specLocation));
            location = inStore;
            return this;
        }

        /**
         * Specs from a store.
         *
         * @param store closed by the caller
         * @return this
         */
        public Builder specs(SpecStore store) {
            specs = Optional.of(store);
            location = Optional.empty();
            return this;
        }

        /**
         * The realm. Default: the one whose file lies in the spec directory; specs in a store need one named.
         *
         * @param name such as {@code prod}
         * @return this
         */
        public Builder realm(String name) {
            realm = Optional.of(name);
            return this;
        }

        /**
         * Secrets from a store.
         *
         * @param store closed by the caller
         * @return this
         */
        public Builder secrets(SecretStore store) {
            secrets = Optional.of(store);
            return this;
        }

        /**
         * How long a secret that was read is good. Default: 2 minutes.
         *
         * @param duration zero for no cache
         * @return this
         */
        public Builder secretsGoodFor(Duration duration) {
            secretsGoodFor = duration;
            return this;
        }

        /**
         * Objects from a store.
         *
         * @param store closed by the caller
         * @return this
         */
        public Builder objects(ObjectStore store) {
            objects = Optional.of(store);
            return this;
        }

        /**
         * Who hears of events and progress. Default: nobody.
         *
         * @param hearer called from the threads that run jobs
         * @return this
         */
        public Builder listener(Listener hearer) {
            listener = hearer;
            return this;
        }

        /**
         * Plugins in folders too: each folder in the directory holds the jars of one, with private copies of its
         * libraries. For lava4j on the module path. Default: only those that Java was started with.
         *
         * @param pluginDirectory such as {@code plugins/}; need not be there
         * @return this
         */
        public Builder plugins(Path pluginDirectory) {
            plugins = Optional.of(pluginDirectory);
            return this;
        }

        /** For tests of what discovery may find. */
        Builder discovery(Discovery finder) {
            discovery = finder;
            return this;
        }

        /**
         * Finds the plugins; opens no store and no connection. A faulty plugin is no error: see {@link #pluginFaults}.
         *
         * @return the engine; the caller closes it
         * @throws io.lava4j.core.error.PluginException if {@link #plugins} was called, and lava4j is on the class path
         */
        public Lava build() {
            Plugins found = new Plugins(
                    plugins.map(folders -> PluginFolders.in(folders, discovery)).orElse(discovery));
            Optional<InstalledSpecs> installed = location.map(place -> new InstalledSpecs(place, found));
            Optional<SpecStore> elsewhere = specs.or(() -> installed);
            SpecDirectory local = new SpecDirectory(directory);
            Stores stores = new Stores(
                    elsewhere.isEmpty() ? Optional.of(directory) : Optional.empty(),
                    secrets,
                    objects,
                    found,
                    secretsGoodFor);
            Environment environment = new Environment(found, new Schemas(found), elsewhere.orElse(local), stores);
            return new Lava(
                    environment,
                    () -> realm.or(() -> elsewhere.isEmpty() ? local.realmName() : Optional.empty()),
                    listener,
                    installed);
        }
    }
}
