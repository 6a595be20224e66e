package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.local.LocalObjects;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.store.SpecStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that keeps specs, secrets and objects where it likes. */
class OwnStoresTest {

    private final Map<String, String> specs = Map.of(
            "connection dwh",
            """
            {"conn_id": "dwh", "type": "sample", "enabled": true, "level": "low", "host": "h", "port": 1, "user": "u",
             "password": "/lava/own/dwh"}""",
            "job load",
            """
            {"job_id": "load", "type": "sample_steps", "enabled": true,
             "parameters": {"steps": ["load exports/sales/", "login dwh"]}}""",
            "realm own",
            "{\"realm\": \"own\"}");
    private final List<String> heard = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private Runnable beforeEach = () -> {};

    @Test
    void everythingComesFromThemAndTheCallerClosesThem(@TempDir Path objects) throws Exception {
        Files.writeString(
                Files.createDirectories(objects.resolve("exports/sales")).resolve("a.csv"), "1\n2\n");
        JobResult result;
        try (Lava lava = Lava.builder()
                .specs(new Specs())
                .realm("own")
                .secrets(new Secrets())
                .objects(new LocalObjects(objects))
                .listener(new Listener() {
                    @Override
                    public void event(String sentence) {
                        heard.add(sentence);
                    }
                })
                .build()) {
            result = lava.run(JobRequest.job("load"));
        }

        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals(2L, result.fields().get("rows"));
        assertTrue(heard.contains("login u/" + Integer.toHexString("from the program".hashCode())), heard::toString);
        assertEquals(List.of(), closed);
    }

    @Test
    void aMessageNamesTheStore() {
        try (Lava lava = Lava.builder().specs(new Specs()).realm("own").build()) {
            assertEquals(
                    "job 'none': there is none in the program's own map; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                    Workspace.error(lava.run(JobRequest.job("none"))));
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsNoFaultOfASpec() {
        beforeEach = () -> {
            throw new JobFailedException("the map cannot be reached");
        };
        try (Lava lava = Lava.builder().specs(new Specs()).realm("own").build()) {
            CheckResult result = lava.check(CheckRequest.connection("dwh"), step -> {});

            assertEquals(1, result.exitStatus());
            assertEquals("the map cannot be reached", result.steps().get(0).seen());
        }
    }

    private final class Specs implements SpecStore {

        @Override
        public Optional<Document> connection(String realm, String connId) {
            return document("connection " + connId);
        }

        @Override
        public Optional<Document> job(String realm, String jobId) {
            return document("job " + jobId);
        }

        @Override
        public Optional<Document> realm(String name) {
            return document("realm " + name);
        }

        @Override
        public String description(String realm) {
            return "the program's own map";
        }

        @Override
        public void close() {
            closed.add("specs");
        }

        private Optional<Document> document(String name) {
            beforeEach.run();
            return Optional.ofNullable(specs.get(name))
                    .map(text -> new Document(name, Path.of("").toAbsolutePath(), Format.JSON, text));
        }
    }

    private final class Secrets implements SecretStore {

        @Override
        public Parameter parameter(String name) {
            assertEquals("/lava/own/dwh", name);
            return new Parameter(new Secret("from the program"), true);
        }

        @Override
        public Secret document(String id) {
            throw new UnsupportedOperationException("no spec names one");
        }

        @Override
        public void close() {
            closed.add("secrets");
        }
    }
}
