package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of a job in a contract: what it is lent, and what it does with it. */
final class JobRun {

    private final JobContract contract;
    private final LoadObjects objects = new LoadObjects();
    private final IdleTarget target = new IdleTarget();
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final AtomicBoolean interrupts = new AtomicBoolean();
    private Optional<LavaException> noConnection = Optional.empty();
    private boolean asked;
    private boolean dry;

    JobRun(JobContract contract) {
        this.contract = contract;
        contract.objects().forEach(objects::add);
    }

    JobRun dry() {
        dry = true;
        return this;
    }

    JobRun withoutConnections(LavaException error) {
        noConnection = Optional.of(error);
        return this;
    }

    JobRun refusing(LavaException error) {
        target.refusal = Optional.of(error);
        return this;
    }

    JobRun failing(LavaException error) {
        target.failure = Optional.of(error);
        return this;
    }

    /** At its first read of an object; what is read goes on when its own thread is interrupted too. */
    JobRun interrupted(Thread caller) {
        objects.harm = stream -> interrupts.getAndSet(true)
                ? stream
                : new BrokenStream(stream, 0, () -> BrokenStream.waitUntilInterrupted(caller));
        return this;
    }

    /** Whether it came so far as to read an object. */
    boolean wasInterrupted() {
        return interrupts.get();
    }

    void carryOut(Spec spec) {
        contract.provider().run(spec, context(spec));
    }

    JobProvider.Context context(Spec spec) {
        return new RunContext(spec, this);
    }

    /** Whether the job, left in peace, comes to where this run has its error. */
    boolean meetsItsError(Spec spec) {
        JobRun inPeace = new JobRun(contract);
        inPeace.carryOut(spec);
        if (noConnection.isPresent()) {
            return inPeace.asked;
        }
        return target.failure.isPresent() ? inPeace.target.loads > 0 : inPeace.target.asked;
    }

    LavaException error() {
        return noConnection.or(() -> target.refusal).or(() -> target.failure).orElseThrow();
    }

    int loads() {
        return target.loads;
    }

    List<String> written() {
        return objects.written;
    }

    Map<String, Object> results() {
        return results;
    }

    boolean isDry() {
        return dry;
    }

    LoadObjects objects() {
        return objects;
    }

    Path privateDirectory() {
        try {
            return Files.createTempDirectory(contract.directory, "private-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    <C> C connector(String connId, Class<C> capability) {
        asked = true;
        if (noConnection.isPresent()) {
            throw noConnection.get();
        }
        target.asked |= capability == LoadTarget.class;
        return contract.connector(connId, capability)
                .or(() -> Optional.of(target).filter(capability::isInstance).map(capability::cast))
                .orElseThrow(() -> new AssertionError("connection '" + connId + "' is wanted as "
                        + capability.getSimpleName() + ": override connector()"));
    }

    void assertClosed() {
        assertEquals(0, objects.open.get(), "streams of objects are left open");
        assertEquals(0, target.open, "a prepared load was not closed");
        assertFalse(objects.closed, "the object store was closed: core does that");
    }
}
