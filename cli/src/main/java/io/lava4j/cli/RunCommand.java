package io.lava4j.cli;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lava run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs one job and waits for its end.",
        footer = {
            "",
            "Examples:",
            "  lava run load-orders --specs specs --dry-run",
            "  lava run load-orders --param key=orders/2026-12/",
            "  lava run load-orders --param 'args:=[\"PREFIX\", \"HEADER\"]'",
            "  lava run jobs/orders.yaml --json"
        })
final class RunCommand implements Callable<Integer> {

    /** How long a stop may take: more than all waits of a load at its end, of which those for its lock are 10 minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Session session;
    private final Faults faults;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "JOB", description = "A job_id, or a file that ends in .json, .yaml or .yml.")
    private String job;

    @Mixin
    private final Place place = new Place();

    @Option(
            names = "--param",
            paramLabel = "NAME=TEXT",
            converter = Parameter.Converter.class,
            description =
                    "A parameter in the place of the spec's; name:=json for a value that is no text. May be repeated.")
    private List<Parameter> parameters = new ArrayList<>();

    @Option(names = "--force", description = "Run the job even when it is not enabled.")
    private boolean force;

    @Option(names = "--dry-run", description = "Check everything and change nothing; print what the run would do.")
    private boolean dryRun;

    @Option(
            names = "--dev",
            negatable = true,
            description =
                    "Show what programs of exe and pkg jobs write, as it comes, in the place of keeping it in S3. By"
                            + " default so when stderr is a terminal; --no-dev keeps it.")
    private Optional<Boolean> dev = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON, and nothing else, on stdout.")
    private boolean json;

    RunCommand(Session session, Faults faults) {
        this.session = session;
        this.faults = faults;
    }

    @Override
    public Integer call() {
        JobRequest request = request();
        RunScreen screen = new RunScreen(session.messages(), session.status(), !json, programs(), System::nanoTime);
        return new Interruption(session.err(), PATIENCE, screen::showEvents)
                .during(() -> run(request, screen), JobResult::exitStatus, this::tell);
    }

    /** With --json nothing but the result goes to stdout. */
    private Optional<PrintStream> programs() {
        return Optional.of(json ? session.err() : session.out())
                .filter(shown -> dev.orElse(session.terminal().err()));
    }

    private JobResult run(JobRequest request, RunScreen screen) {
        try (Engine engine = place.start(session, screen)) {
            return engine.run(request);
        }
    }

    private JobRequest request() {
        String name = job.toLowerCase(Locale.ROOT);
        boolean file = Stream.of(".json", ".yaml", ".yml").anyMatch(name::endsWith);
        JobRequest request = (file ? JobRequest.file(Path.of(job)) : JobRequest.job(job)).withParameters(values());
        JobRequest wanted = force ? request.forced() : request;
        return dryRun ? wanted.dry() : wanted;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (values.containsKey(parameter.name())) {
                throw new ParameterException(
                        command.commandLine(), "parameter '" + parameter.name() + "' is given twice; give it once");
            }
            values.put(parameter.name(), parameter.value());
        }
        return values;
    }

    private void tell(JobResult result) {
        // What is said now may go to the same terminal in another way.
        session.status().hide();
        if (json) {
            session.out().println(result.toJson());
        } else if (result.failure().isEmpty()) {
            Summary.tell(result, session.results());
        }
        result.failure().ifPresent(faults::tell);
    }
}
