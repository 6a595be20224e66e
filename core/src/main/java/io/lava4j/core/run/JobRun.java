package io.lava4j.core.run;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.schema.SpecSchema;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SpecStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One run of one job, from its spec to its outcome. Used once, by one thread. */
public final class JobRun {

    private final Environment environment;
    private final SpecLoader specs;
    private final Supplier<Optional<String>> realmChoice;
    private final Listener listener;
    private final String runId = UUID.randomUUID().toString();
    private final Instant start = Instant.now();
    private final Map<String, Object> reported = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();
    private String realm;
    private String jobId;

    /**
     * Starts nothing yet.
     *
     * @param environment what runs share
     * @param realm gives the name of the realm, if one is chosen
     * @param listener hears of events and progress
     */
    public JobRun(Environment environment, Supplier<Optional<String>> realm, Listener listener) {
        this.environment = environment;
        this.specs = new SpecLoader(environment.specs(), environment.schemas());
        this.realmChoice = realm;
        this.listener = new Recorder(listener);
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
        jobId = id;
        return outcome(() -> run(specs.job(id), parameters, force));
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
            return ended(body.get(), null);
        } catch (CancelledException interrupted) {
            return ended("interrupted", interrupted);
        } catch (LavaException failed) {
            return ended("failed", failed);
        } catch (RuntimeException defect) {
            return ended("failed", new JobFailedException(subject() + " met a defect: " + defect, defect));
        }
    }

    private String run(ParsedSpec parsed, Map<String, Object> parameters, boolean force) {
        jobId = parsed.text("job_id").orElse(jobId);
        realm = realmChoice
                .get()
                .orElseThrow(() -> new ConfigurationException(
                        subject() + ": no realm is given: name one, or put a realm file beside the specs"));
        Parameters merged = new Parameters(parsed.fields(), parameters);
        String type = parsed.type().orElse("");
        SpecSchema schema = type.isEmpty()
                ? environment.schemas().anyJob()
                : environment.schemas().job(type);
        requireValid(parsed, merged, schema);
        Spec spec = new Spec(
                subject(), merged.merged(), parsed.document().directory(), pointer -> place(parsed, merged, pointer));
        if (!spec.flag("enabled", false) && !force) {
            listener.event(subject() + " is not enabled: skipped");
            return "skipped";
        }
        run(type, spec, merged);
        return "done";
    }

    private void run(String type, Spec spec, Parameters merged) {
        Spec realmSpec = specs.realm(realm);
        Templates templates = new Templates(spec, merged, environment.plugins().templateEngine(), realm, runId, start);
        String application = new ApplicationName(realmSpec).of(realm, jobId);
        try (Connections connections = new Connections(environment, specs, realm, application, listener)) {
            JobProvider provider = environment.plugins().job(type);
            provider.run(
                    spec, new JobContext(environment, connections, templates, realmSpec, listener, runId, reported));
        }
    }

    private void requireValid(ParsedSpec parsed, Parameters merged, SpecSchema schema) {
        List<Violation> violations = schema.validate(merged.merged(), parsed.positions(), Set.of()).stream()
                .map(violation -> merged.given(violation.pointer())
                        ? new Violation("given at run time", violation.pointer(), violation.message())
                        : violation)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(subject(), violations);
        }
    }

    private static String place(ParsedSpec parsed, Parameters merged, String pointer) {
        return merged.given(pointer) ? "given at run time" : parsed.positions().valuePlace(pointer);
    }

    private String subject() {
        return jobId == null ? "job" : "job '" + jobId + "'";
    }

    private Outcome ended(String status, LavaException failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("exit_status", failure == null ? 0 : failure.exitStatus());
        fields.put("status", status);
        if (jobId != null) {
            fields.put("job_id", jobId);
        }
        fields.put("run_id", runId);
        if (realm != null) {
            fields.put("realm", realm);
        }
        fields.putAll(reported);
        fields.put("events", List.copyOf(events));
        fields.put("elapsed", seconds(Duration.between(start, Instant.now())));
        if (failure != null) {
            fields.put("error", failure.getMessage());
        }
        return new Outcome(status, fields, Optional.ofNullable(failure));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3).setScale(3, RoundingMode.HALF_UP);
    }

    /** Keeps events for the result, and passes everything on. */
    private final class Recorder implements Listener {

        private final Listener next;

        Recorder(Listener next) {
            this.next = next;
        }

        @Override
        public void event(String sentence) {
            synchronized (events) {
                events.add(sentence);
            }
            next.event(sentence);
        }

        @Override
        public void progress(long bytes, long total) {
            next.progress(bytes, total);
        }
    }
}
