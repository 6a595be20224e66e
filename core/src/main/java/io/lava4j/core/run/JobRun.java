package io.lava4j.core.run;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.store.SpecStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of one job, from its spec to its outcome. Used once, by one thread. */
public final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final Environment environment;
    private final SpecLoader specs;
    private final RealmChoice realmChoice;
    private final RunRecord record;
    private final boolean dryRun;

    /**
     * Starts nothing yet.
     *
     * @param environment what runs share
     * @param realm gives the name of the realm, if one is chosen
     * @param listener hears of events and progress
     * @param dryRun whether nothing may be changed
     */
    public JobRun(Environment environment, Supplier<Optional<String>> realm, Listener listener, boolean dryRun) {
        this.environment = environment;
        this.specs = new SpecLoader(environment);
        this.realmChoice = new RealmChoice(realm);
        this.record = new RunRecord(listener);
        this.dryRun = dryRun;
    }

    /**
     * Runs a job of the spec store.
     *
     * @param id its {@code job_id}
     * @param parameters given at run time
     * @param force whether to run it when it is not enabled
     * @return how it ended
     */
    public Outcome run(String id, Map<String, Object> parameters, boolean force) {
        record.identify("job_id", id);
        return outcome(() -> run(specs.job(realm(), id), parameters, force));
    }

    /**
     * Runs a job in a document of its own.
     *
     * @param document gives its spec
     * @param parameters given at run time
     * @param force whether to run it when it is not enabled
     * @return how it ended
     */
    public Outcome run(Supplier<SpecStore.Document> document, Map<String, Object> parameters, boolean force) {
        return outcome(() -> run(SpecReader.read(document.get()), parameters, force));
    }

    private Outcome outcome(Supplier<String> body) {
        try {
            requireNotInterrupted();
            return record.ended(body.get(), Optional.empty());
        } catch (LavaException failed) {
            return failed(failed);
        } catch (OutOfMemoryError exhausted) {
            return failed(new JobFailedException(
                    record.subject() + ": memory ran out (" + exhausted.getMessage()
                            + "): give Java more, for the command with LAVA_JAVA_OPTS=-Xmx512m",
                    exhausted));
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            return failed(new JobFailedException(
                    record.subject() + ": a defect" + origin(defect) + ": " + defect + ": please report it", defect));
        }
    }

    /** What fails under an interrupt fails because of it: a closed channel, a library's own exception. */
    private Outcome failed(LavaException failure) {
        LavaException told = failure instanceof CancelledException
                        || !Thread.currentThread().isInterrupted()
                ? failure
                : new CancelledException(record.subject() + " was interrupted: " + failure.getMessage(), failure);
        return record.ended(told instanceof CancelledException ? "interrupted" : "failed", Optional.of(told));
    }

    private static String origin(Throwable defect) {
        return Stream.of(defect.getStackTrace())
                .filter(frame -> !frame.getClassName().matches("(java|jdk|sun)\\..*"))
                .findFirst()
                .map(frame -> " in " + frame)
                .orElse("");
    }

    private String run(ParsedSpec parsed, Map<String, Object> parameters, boolean force) {
        parsed.text("job_id").ifPresent(id -> record.identify("job_id", id));
        String realm = realm();
        record.identify("realm", realm);
        Parameters merged = new Parameters(record.subject(), parsed.fields(), parameters);
        Spec spec = new Spec(
                record.subject(),
                merged.merged(),
                parsed.document().directory(),
                pointer -> merged.given(pointer)
                        ? Parameters.PLACE
                        : parsed.positions().valuePlace(pointer));
        SpecLoader.require(record.subject(), faults(parsed, merged, spec));
        if (!spec.flag("enabled", false) && !force) {
            record.event(record.subject() + " is not enabled: skipped");
            return "skipped";
        }
        run(parsed.type().orElseThrow(), realm, spec, merged);
        return dryRun ? "checked" : "done";
    }

    private String realm() {
        return realmChoice.of(record.subject());
    }

    private void run(String type, String realm, Spec spec, Parameters merged) {
        Spec realmSpec = specs.realm(realm);
        Templates templates = new Templates(spec, merged, environment.plugins()::templateEngine, realmSpec, record);
        String application =
                new ApplicationName(realmSpec).of(realm, spec.text("job_id").orElse(""));
        JobProvider provider = provider(type);
        LOG.info("{}, run {} in realm '{}'", record.subject(), record.runId(), realm);
        try (PrivateDirectory directory = new PrivateDirectory();
                Connections connections = new Connections(environment, specs, realm, application, record)) {
            requireNotInterrupted();
            provider.run(
                    spec, new JobContext(environment, connections, directory, templates, realmSpec, record, dryRun));
        }
    }

    private JobProvider provider(String type) {
        JobProvider provider = environment.plugins().job(type);
        if (dryRun && !provider.hasDryRun()) {
            throw new ConfigurationException(record.subject() + ": job type '" + type
                    + "' has no dry run; nothing was done; leave --dry-run out to run it");
        }
        return provider;
    }

    private List<Violation> faults(ParsedSpec parsed, Parameters merged, Spec spec) {
        return specs.faultsOfJob(parsed, spec).stream()
                .map(violation -> merged.given(violation.pointer())
                        ? new Violation(Parameters.PLACE, violation.pointer(), violation.message())
                        : violation)
                .toList();
    }

    private void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(record.subject() + " was interrupted before it began; nothing was done");
        }
    }
}
