package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.store.SpecStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs in a store that a module of the installation brings. */
final class InstalledSpecsTest {

    private static final String SHELF = Shelf.class.getName();

    private final List<String> told = new ArrayList<>();
    private final StubDiscovery discovery = new StubDiscovery().with(JobProvider.class, new Errand());

    @Test
    void aJobComesFromTheStoreOfTheSchemeAtThePlaceAndOfTheRealm() {
        discovery.with(SpecStore.class, new Shelf("shelf", "")).with(SpecStore.class, new Shelf("attic", ""));

        try (Lava lava = lava("shelf:second row").realm("prod").build()) {
            assertEquals(0, run(lava).exitStatus());
            assertEquals(0, run(lava).exitStatus());
            assertEquals(
                    List.of(
                            "shelf at second row",
                            "job prod/errand",
                            "realm prod",
                            "errand in prod",
                            "job prod/errand",
                            "realm prod",
                            "errand in prod"),
                    told);
        }
        assertEquals("second row closed", told.get(told.size() - 1));
    }

    @Test
    void aSchemeIsMatchedWithoutRegardToCase() {
        discovery.with(SpecStore.class, new Shelf("shelf", ""));

        try (Lava lava = lava("Shelf:A").realm("prod").build()) {
            assertEquals(0, run(lava).exitStatus());
        }
        assertEquals("shelf at A", told.get(0));
    }

    @Test
    void aStoreNeedsARealmToBeNamed() {
        discovery.with(SpecStore.class, new Shelf("shelf", ""));

        try (Lava lava = lava("shelf:").build()) {
            assertEquals(
                    "job 'errand': no realm is given: name one (--realm or LAVA_REALM);"
                            + " a directory of specs may name its own in a realm file",
                    error(run(lava)));
        }
    }

    @Test
    void whatIsNotThereIsToldInTheStoresWords() {
        discovery.with(SpecStore.class, new Shelf("shelf", ""));

        try (Lava lava = lava("shelf:a").realm("prod").build()) {
            assertEquals(
                    "job 'none': there is none in shelf 'a' of 'prod'; check its name, and where specs are looked for (--specs or LAVA_SPECS)",
                    error(lava.run(JobRequest.job("none"))));
        }
    }

    @Test
    void aFaultInASpecIsToldByItsFieldAlone() {
        discovery.with(SpecStore.class, new Shelf("shelf", ", \"description\": 7"));

        try (Lava lava = lava("shelf:a").realm("prod").build()) {
            assertEquals(
                    "job 'errand' is not valid, 1 fault:\n  shelf 'a', job 'errand': /description: '7': expected a string",
                    error(run(lava)));
        }
    }

    @Test
    void theRecordOfARealmMayHaveFieldsOfOthersAndIsCheckedAllTheSame() {
        discovery.with(SpecStore.class, new Shelf("shelf", ""));

        try (Lava lava = lava("shelf:a").realm("shared").build()) {
            assertEquals(0, run(lava).exitStatus());
            assertEquals("errand in shared", told.get(told.size() - 1));
        }
        try (Lava lava = lava("shelf:a").realm("wrong").build()) {
            assertEquals(
                    "realm 'wrong' is not valid, 1 fault:\n"
                            + "  shelf 'a', realm 'wrong': /s3_temp: 'x': expected s3://bucket/prefix",
                    error(run(lava)));
        }
    }

    @Test
    void aTextThatIsNoSpecIsToldWithoutLines() {
        discovery.with(SpecStore.class, new Shelf("shelf", ", \"n\": 1E+200"));

        try (Lava lava = lava("shelf:a").realm("prod").build()) {
            assertEquals(
                    "shelf 'a', job 'errand' is not valid, 1 fault:\n"
                            + "  shelf 'a', job 'errand': a number has more than 100 digits",
                    error(run(lava)));
        }
    }

    @Test
    void anUnknownSchemeIsToldWithAllKnown(@TempDir Path plugins) {
        discovery.with(SpecStore.class, new Shelf("shelf", "")).with(SpecStore.class, new Shelf("attic", ""));

        try (Lava lava = lava("shelv:a").realm("prod").build()) {
            assertEquals(
                    "specs 'shelv:a': spec store type 'shelv' is unknown; did you mean 'shelf'?"
                            + " Known on the stub: attic, shelf",
                    error(run(lava)));
            assertEquals(2, run(lava).exitStatus());
        }
    }

    @Test
    void aDirectoryWhoseNameLooksLikeAStoreIsReadWhenItsPathSaysSo() throws Exception {
        String name = "specs-" + UUID.randomUUID() + ":x";
        Path directory = Files.createDirectory(Path.of(name));
        Path jobs = Files.createDirectory(directory.resolve("jobs"));
        Path job = Files.writeString(jobs.resolve("errand.json"), Shelf.JOB.formatted(""));
        try (Lava directly = lava("./" + name).realm("prod").build();
                Lava lava = lava(name).realm("prod").build()) {
            assertEquals(0, run(directly).exitStatus());
            assertTrue(
                    error(run(lava)).endsWith("; for the directory of that name write './" + name + "'"),
                    error(run(lava)));
        } finally {
            for (Path left : List.of(job, jobs, directory)) {
                Files.delete(left);
            }
        }
    }

    @Test
    void twoStoresOfOneSchemeAreBothNamedAndADirectoryWorksOn(@TempDir Path specs) throws Exception {
        discovery
                .with(SpecStore.class, new Shelf("shelf", ""), "io.one", "/lib/one.jar")
                .with(SpecStore.class, new Shelf("shelf", ""), "io.two", "/lib/two.jar");
        Files.createDirectory(specs.resolve("jobs"));
        Files.writeString(specs.resolve("jobs/errand.json"), Shelf.JOB.formatted(""));

        try (Lava lava = lava("shelf:a").realm("prod").build()) {
            assertEquals(
                    "specs 'shelf:a': spec store type 'shelf' is there twice, and none is used: " + SHELF
                            + " in module io.one from /lib/one.jar; " + SHELF
                            + " in module io.two from /lib/two.jar. Remove all but one.",
                    error(run(lava)));
        }
        try (Lava lava = lava(specs.toString()).realm("prod").build()) {
            assertEquals(0, run(lava).exitStatus());
        }
    }

    @Test
    void aStoreWithoutASchemeIsAFaultOfItsModule() {
        discovery.with(SpecStore.class, new Shelf("", ""), "io.one", "/lib/one.jar");

        try (Lava lava = lava("shelf:").realm("prod").build()) {
            String fault = SHELF + " in module io.one from /lib/one.jar";
            assertEquals(
                    "specs 'shelf:': spec store type 'shelf' is unknown: take one that is known, or install its plugin. Known on the stub: none. Not usable: "
                            + fault
                            + " (its types cannot be told: java.lang.IllegalArgumentException: scheme '': expected two"
                            + " characters or more of a to z, 0 to 9, plus, dot and hyphen, a letter first)",
                    error(run(lava)));
        }
    }

    @Test
    void aDirectoryNeedsNoStoreToBeLookedFor(@TempDir Path specs) {
        discovery.with(SpecStore.class, new Shelf("shelf", ""));

        try (Lava lava = lava(specs.toString()).realm("prod").build()) {
            run(lava);
            lava.pluginFaults();
            assertFalse(discovery.asked().contains(SpecStore.class));
            assertTrue(lava.plugins().stream()
                    .anyMatch(plugin ->
                            plugin.kind().equals("spec store") && plugin.type().equals("shelf")));
        }
    }

    private Lava.Builder lava(String specs) {
        return Lava.builder().specs(specs).discovery(discovery);
    }

    private static JobResult run(Lava lava) {
        return lava.run(JobRequest.job("errand"));
    }

    /** Where a stranger keeps specs. */
    private final class Shelf implements SpecStore {

        static final String JOB = "{\"job_id\": \"errand\", \"type\": \"errand\", \"enabled\": true%s}";

        private static final Map<String, String> REALMS = Map.of(
                "shared", "{\"realm\": \"shared\", \"docker\": \"registry\"}",
                "wrong", "{\"realm\": \"wrong\", \"docker\": \"registry\", \"s3_temp\": \"x\"}");

        private final String scheme;
        private final String more;
        private final String place;

        Shelf(String scheme, String more) {
            this(scheme, more, "nowhere yet");
        }

        private Shelf(String scheme, String more, String place) {
            this.scheme = scheme;
            this.more = more;
            this.place = place;
        }

        @Override
        public String scheme() {
            return scheme;
        }

        @Override
        public SpecStore at(String where) {
            told.add(scheme + " at " + where);
            return new Shelf(scheme, more, where);
        }

        @Override
        public Optional<Document> connection(String realm, String connId) {
            return Optional.empty();
        }

        @Override
        public Optional<Document> job(String realm, String jobId) {
            told.add("job " + realm + "/" + jobId);
            return Optional.of(jobId)
                    .filter("errand"::equals)
                    .map(id -> new Document(
                            "shelf '" + place + "', job '" + id + "'",
                            Path.of("").toAbsolutePath(),
                            Format.RECORD,
                            JOB.formatted(more)));
        }

        @Override
        public Optional<Document> realm(String name) {
            told.add("realm " + name);
            return Optional.ofNullable(REALMS.get(name))
                    .map(text -> new Document(
                            "shelf '" + place + "', realm '" + name + "'",
                            Path.of("").toAbsolutePath(),
                            Format.RECORD,
                            text));
        }

        @Override
        public String description(String realm) {
            return "shelf '" + place + "' of '" + realm + "'";
        }

        @Override
        public void close() {
            told.add(place + " closed");
        }
    }

    private final class Errand implements JobProvider {

        @Override
        public Set<String> types() {
            return Set.of("errand");
        }

        @Override
        public String schema(String type) {
            return "{}";
        }

        @Override
        public void run(Spec spec, Context context) {
            told.add("errand in " + context.realm().text("realm").orElse(""));
        }
    }
}
