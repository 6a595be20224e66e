package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every job type must keep to. Its jobs run with objects in memory, and with load targets that load nothing. */
public abstract class JobContract extends TypeContract {

    /** The bucket of {@link #objects()}. */
    protected static final String BUCKET = LoadObjects.BUCKET;

    /** For subclasses. */
    protected JobContract() {}

    /**
     * Makes the provider. Asked many times.
     *
     * @return a new one
     */
    protected abstract JobProvider provider();

    /**
     * A job that runs to its end.
     *
     * @return the fields of its spec; {@code job_id}, {@code type} and {@code enabled} are added when they are absent
     */
    protected abstract Map<String, Object> fields();

    /**
     * What that job finds in {@link #BUCKET}.
     *
     * @return key to text; by default nothing
     */
    protected Map<String, String> objects() {
        return Map.of();
    }

    /**
     * A connection that a job asks for. By default there are {@link io.lava4j.core.spi.LoadTarget}s alone, by any name.
     *
     * @param <C> the capability
     * @param connId its {@code conn_id}
     * @param capability what the job needs of it
     * @return the connection, if there is one
     */
    protected <C> Optional<C> connector(String connId, Class<C> capability) {
        return Optional.empty();
    }

    @Test
    void theSpecHasNoFaults() {
        assertEquals(List.of(), provider().faults(spec(fields())));
    }

    @Test
    void lookingForFaultsReadsAndWritesNothing() throws IOException {
        Spec spec = spec(fields());
        assertEquals(List.of(), IoWatch.during(() -> provider().faults(spec)));
    }

    /** They are asked for before anybody knows whether the schema finds the spec valid. */
    @TestFactory
    Stream<DynamicTest> faultsOfAnInvalidSpecAreToldOrLeftToTheSchema() {
        return Stream.of(7, "text", true, List.of(1), Map.of("unheard", "of"))
                .map(value -> DynamicTest.dynamicTest("parameters: " + value, () -> faultsOf(value)));
    }

    @Test
    void itRunsToItsEndAndClosesWhatItOpened() {
        JobRun run = new JobRun(this);
        run.carryOut(spec(fields()));
        run.assertClosed();
    }

    @Test
    void itsResultHoldsPlainValues() {
        JobRun run = new JobRun(this);
        run.carryOut(spec(fields()));
        run.results()
                .forEach((field, value) ->
                        assertTrue(isPlain(value), () -> "result '" + field + "' is a " + value.getClass()));
    }

    @Test
    void aDryRunLoadsNothingAndWritesNothing() {
        if (provider().hasDryRun()) {
            JobRun run = new JobRun(this).dry();
            run.carryOut(spec(fields()));
            assertEquals(0, run.loads(), "a dry run has called run() of a load");
            assertEquals(List.of(), run.written(), "a dry run has written objects");
            run.assertClosed();
        }
    }

    @Test
    void aConnectionThatCannotBeHadIsAnErrorThatComesOutAsItIs() {
        assertComesOut(new JobRun(this)
                .withoutConnections(new ConfigurationException("connection 'contract' is not enabled")));
    }

    @Test
    void aLoadThatIsRefusedIsAnErrorThatComesOutAsItIs() {
        assertComesOut(new JobRun(this).refusing(new JobFailedException("table 'contract' does not exist")));
    }

    @Test
    void aLoadThatFailsIsAnErrorThatComesOutAsItIs() {
        assertComesOut(new JobRun(this).failing(new JobFailedException("row 7: not a date")));
    }

    @Test
    void aLoadThatIsCancelledIsAnErrorThatComesOutAsItIs() {
        assertComesOut(new JobRun(this).failing(new CancelledException("the load was interrupted")));
    }

    /** Of a job that reads objects; what waits for a connection is ended by that: see the cancelled load. */
    @Test
    void anInterruptWhileItReadsAnObjectCancelsIt() throws InterruptedException {
        OpenThreads threads = new OpenThreads();
        JobRun run = new JobRun(this).interrupted(Thread.currentThread());

        Optional<LavaException> failure = failure(run);
        boolean cancelled = Thread.interrupted() || failure.orElse(null) instanceof CancelledException;

        assertEquals(List.of(), threads.left(), "threads that live on after run()");
        assertTrue(
                !run.wasInterrupted() || failure.isPresent() && cancelled,
                () -> "expected a CancelledException, or one of ours with the thread's interrupt, not " + failure);
        run.assertClosed();
    }

    @Test
    void oneProviderRunsJobsFromSeveralThreads() throws Exception {
        JobProvider shared = provider();
        AtOnce.run(i -> () -> {
            JobRun run = new JobRun(this);
            shared.run(spec(fields()), run.context(spec(fields())));
            run.assertClosed();
            return true;
        });
    }

    @Override
    final Described described() {
        return new Described(
                "job", "job_id", () -> provider().types(), type -> provider().schema(type), fields());
    }

    private void faultsOf(Object parameters) {
        Map<String, Object> invalid = new LinkedHashMap<>(fields());
        invalid.put("parameters", parameters);
        try {
            provider()
                    .faults(spec(invalid))
                    .forEach(fault -> assertFalse(fault.message().isBlank()));
        } catch (InvalidSpecException leftToTheSchema) {
            assertFalse(leftToTheSchema.violations().isEmpty());
        }
    }

    private Optional<LavaException> failure(JobRun run) {
        try {
            run.carryOut(spec(fields()));
            return Optional.empty();
        } catch (LavaException failed) {
            return Optional.of(failed);
        }
    }

    /** Where the job came so far as to meet it. */
    private void assertComesOut(JobRun run) {
        Spec spec = spec(fields());
        if (run.meetsItsError(spec)) {
            LavaException failed = assertThrows(LavaException.class, () -> run.carryOut(spec));
            assertSame(run.error(), failed);
        }
        run.assertClosed();
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(JobContract::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(JobContract::isPlain);
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
