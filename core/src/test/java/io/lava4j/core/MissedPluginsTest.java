package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Registrations;
import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that cannot be made is named by whatever goes wrong, or another way, without it. */
final class MissedPluginsTest {

    private static final String PLACE = Path.of(MissedPluginsTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())
            .toString();

    @TempDir
    Path directory;

    @TempDir
    Path classPath;

    private Workspace specs;
    private Registrations registrations;

    @BeforeEach
    void prepare() throws IOException {
        specs = new Workspace(directory);
        specs.write("connections/dwh.yaml", Workspace.CONNECTION);
        specs.job("login dwh");
        registrations = new Registrations(classPath)
                .with(ConnectorProvider.class, SampleConnectors.class)
                .with(JobProvider.class, SampleJobs.class);
    }

    @AfterEach
    void close() throws IOException {
        registrations.close();
    }

    @Test
    void anAuthenticationWhereThereIsNoPassword() throws IOException {
        registrations.with(Authentication.class, Tokens.class);
        specs.write("connections/dwh.yaml", Workspace.CONNECTION.replace("password: /lava/dev/dwh\n", ""));

        assertEquals(
                "connection 'dwh': there is no password: name a parameter in 'password', or a secret that holds one in"
                        + " 'secret_id'. Not usable: " + faulty(Tokens.class),
                error(run()));
    }

    @Test
    void anAuthenticationIsNotMissedWhereThereIsAPassword() throws IOException {
        registrations.with(Authentication.class, Tokens.class);
        specs.secret("lava/dev/dwh", "hunter2");

        assertEquals(0, run().exitStatus());
    }

    @Test
    void anS3LoadPathInTheReasonForAnotherPath() throws IOException {
        registrations.with(S3LoadPath.class, ServerLoads.class);
        specs.secret("lava/dev/dwh", "hunter2");
        specs.write("objects/exports/a.csv", "1\n2\n");
        specs.job("load exports/a.csv");

        JobResult result = run();

        assertEquals(2L, result.fields().get("rows"), () -> error(result));
        assertEquals(
                "type 'sample' has no S3 load path; not usable: " + faulty(ServerLoads.class),
                result.fields().get("why"));
    }

    @Test
    void withoutAFaultTheOnlyWayNeedsNoReason() throws IOException {
        specs.secret("lava/dev/dwh", "hunter2");
        specs.write("objects/exports/a.csv", "1\n2\n");
        specs.job("load exports/a.csv");

        assertEquals("the only way", run().fields().get("why"));
    }

    @Test
    void aSecretStoreWhereSecretsAreWanted() throws IOException {
        registrations.with(SecretStore.class, Secrets.class);

        JobResult result = run();

        assertEquals(
                "secrets cannot be read: no module of this installation keeps them, and there is no directory '"
                        + directory.resolve("secrets")
                        + "'; add such a module, or make that directory. Not usable: " + faulty(Secrets.class),
                error(result));
        assertEquals(PluginException.class, result.failure().orElseThrow().getClass());
    }

    @Test
    void anObjectStoreWhereObjectsAreWanted() throws IOException {
        registrations.with(ObjectStore.class, Files.class);
        specs.secret("lava/dev/dwh", "hunter2");
        specs.job("load exports/a.csv");

        assertEquals(
                "objects cannot be read: no module of this installation keeps them, and there is no directory '"
                        + directory.resolve("objects")
                        + "'; add such a module, or make that directory. Not usable: " + faulty(Files.class),
                error(run()));
    }

    @Test
    void aTemplateEngineWhereThereIsATemplate() throws IOException {
        registrations.with(TemplateEngine.class, Engine.class);
        Path file = specs.write(
                "jobs/load.yaml",
                "job_id: load\ntype: sample_steps\nenabled: true\nparameters:\n  text: 'a-{{ job.realm }}'\n"
                        + Workspace.steps("render /parameters/text"));

        assertEquals(
                "job 'load' is not valid, 1 fault:\n  " + file
                        + ":5:9: /parameters/text: 'a-{{ job.realm }}' is a template, and this installation has no "
                        + "template engine: add one, or write the value as it is. Not usable: " + faulty(Engine.class),
                error(run()));
    }

    private JobResult run() {
        try (Lava lava = specs.builder().discovery(registrations.discovery()).build()) {
            return lava.run(JobRequest.job("load"));
        }
    }

    private static String faulty(Class<?> provider) {
        return provider.getName() + " from " + PLACE
                + " (its constructor failed: java.lang.IllegalStateException: boom)";
    }

    /** Cannot be made. */
    private abstract static class Faulty {

        Faulty() {
            throw new IllegalStateException("boom");
        }

        public Set<String> types() {
            throw new AssertionError("never made");
        }

        public void close() {
            throw new AssertionError("never made");
        }
    }

    /** An authentication that cannot be made. */
    public static final class Tokens extends Faulty implements Authentication {

        @Override
        public String means() {
            throw new AssertionError("never made");
        }

        @Override
        public Credentials credentials(Spec spec) {
            throw new AssertionError("never made");
        }
    }

    /** An S3 load path that cannot be made. */
    public static final class ServerLoads extends Faulty implements S3LoadPath {

        @Override
        public Optional<String> refusal(LoadRequest request, Connection connection) {
            throw new AssertionError("never made");
        }

        @Override
        public String statement(LoadRequest request, String table, ObjectStore.StoredObject object) {
            throw new AssertionError("never made");
        }
    }

    /** A secret store that cannot be made. */
    public static final class Secrets extends Faulty implements SecretStore {

        @Override
        public Parameter parameter(String name) {
            throw new AssertionError("never made");
        }

        @Override
        public Secret document(String id) {
            throw new AssertionError("never made");
        }
    }

    /** An object store that cannot be made. */
    public static final class Files extends Faulty implements ObjectStore {

        @Override
        public Optional<StoredObject> head(String bucket, String key) {
            throw new AssertionError("never made");
        }

        @Override
        public List<StoredObject> list(String bucket, String prefix) {
            throw new AssertionError("never made");
        }

        @Override
        public InputStream read(StoredObject object, long offset) {
            throw new AssertionError("never made");
        }

        @Override
        public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
            throw new AssertionError("never made");
        }

        @Override
        public Optional<String> region(String bucket) {
            throw new AssertionError("never made");
        }
    }

    /** A template engine that cannot be made. */
    public static final class Engine extends Faulty implements TemplateEngine {

        @Override
        public String render(String template, Map<String, ?> variables) {
            throw new AssertionError("never made");
        }
    }
}
