package io.lava4j.core;

import static io.lava4j.core.Workspace.error;
import static io.lava4j.core.Workspace.events;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.sample.SampleJobs;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run from its request to its result. */
final class DryRunTest {

    @TempDir
    Path directory;

    private Workspace specs;

    @BeforeEach
    void prepare() {
        specs = new Workspace(directory);
    }

    @Test
    void aDryRunIsToldToTheJobAndInTheResult() {
        specs.job("dry");

        JobResult dry = specs.run(JobRequest.job("load").dry());
        JobResult wet = specs.run();

        assertEquals(0, dry.exitStatus());
        assertEquals(true, dry.fields().get("dry"));
        assertEquals("checked", dry.fields().get("status"));
        assertEquals(false, wet.fields().get("dry"));
        assertEquals("done", wet.fields().get("status"));
    }

    @Test
    void aDryRunThatFailsHasTheExitStatusOfTheRun() {
        specs.job("fail");

        JobResult result = specs.run(JobRequest.job("load").dry());

        assertEquals(1, result.exitStatus());
        assertEquals("failed", result.fields().get("status"));
    }

    @Test
    void aJobThatKnowsNoDryRunIsNeverAskedForOne() {
        specs.job("event ran");
        StubDiscovery discovery = new StubDiscovery().with(JobProvider.class, new Unheeding());

        try (Lava lava = specs.builder().discovery(discovery).build()) {
            JobResult refused = lava.run(JobRequest.job("load").dry());

            assertEquals(2, refused.exitStatus());
            assertEquals(
                    "job 'load': job type 'sample_steps' has no dry run; nothing was done; leave --dry-run out to run it",
                    error(refused));
            assertEquals(List.of(), events(refused));
            assertEquals(List.of("ran"), events(lava.run(JobRequest.job("load"))));
        }
    }

    /** Written before there were dry runs. */
    private static final class Unheeding implements JobProvider {

        private final SampleJobs jobs = new SampleJobs();

        @Override
        public Set<String> types() {
            return jobs.types();
        }

        @Override
        public String schema(String type) {
            return jobs.schema(type);
        }

        @Override
        public void run(Spec spec, Context context) {
            jobs.run(spec, context);
        }
    }
}
