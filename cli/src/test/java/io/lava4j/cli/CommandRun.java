package io.lava4j.cli;

import io.lava4j.core.CheckRequest;
import io.lava4j.core.CheckResult;
import io.lava4j.core.CheckedSpec;
import io.lava4j.core.CheckedStep;
import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.TypeSchema;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The command with an engine of the test's own, and what it said. */
final class CommandRun implements Engine, Engine.Factory {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment;
    private final List<CheckedSpec> checked = new ArrayList<>();
    private final List<PluginInfo> plugins = new ArrayList<>();
    private final List<String> atStart = new ArrayList<>();
    private BiFunction<JobRequest, Listener, JobResult> job = (request, listener) -> done(Map.of("job_id", "load"));
    private Function<String, TypeSchema> schemas = type -> schema("connection", type, "{}");
    private final List<TypeSchema> all = new ArrayList<>();
    private Terminal terminal = Terminal.NONE;
    private Listener listener = new Listener() {};
    private Function<String, Connector.Installed> commandLines = connId -> {
        throw new IllegalStateException(connId);
    };

    private BiFunction<Consumer<CheckedStep>, Listener, CheckResult> checks = (hearer, told) -> {
        throw new IllegalStateException("check");
    };

    String specs = "never started";
    Optional<String> realm = Optional.empty();
    Optional<JobRequest> request = Optional.empty();
    Optional<CheckRequest> asked = Optional.empty();
    List<Path> validated = List.of();
    boolean closed;

    CommandRun() {
        this(Map.of());
    }

    CommandRun(Map<String, String> environment) {
        this.environment = environment;
    }

    static JobResult done(Map<String, Object> fields) {
        return new JobResult(0, fields, Optional.empty());
    }

    static JobResult failed(LavaException failure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("exit_status", failure.exitStatus());
        fields.put("error", failure.getMessage());
        return new JobResult(failure.exitStatus(), fields, Optional.of(failure));
    }

    CommandRun job(BiFunction<JobRequest, Listener, JobResult> behaviour) {
        job = behaviour;
        return this;
    }

    CommandRun onTerminal() {
        return on(new Terminal(true, true, OptionalInt.empty(), false, true));
    }

    CommandRun on(Terminal shown) {
        terminal = shown;
        return this;
    }

    CommandRun checked(CheckedSpec spec) {
        checked.add(spec);
        return this;
    }

    CommandRun plugin(PluginInfo plugin) {
        plugins.add(plugin);
        return this;
    }

    /** A fault that is known when the engine starts. */
    CommandRun pluginFault(String fault) {
        atStart.add(fault);
        return plugin(new PluginInfo("plugin", "", "", "", "/plugins/acme", "acme", "", fault));
    }

    CommandRun schemas(Function<String, TypeSchema> known) {
        schemas = known;
        return this;
    }

    CommandRun schemas(List<TypeSchema> known) {
        all.addAll(known);
        return this;
    }

    static TypeSchema schema(String kind, String type, String json) {
        return new TypeSchema(kind, type, json, List.of(), "");
    }

    CommandRun checks(BiFunction<Consumer<CheckedStep>, Listener, CheckResult> known) {
        checks = known;
        return this;
    }

    CommandRun commandLines(Function<String, Connector.Installed> known) {
        commandLines = known;
        return this;
    }

    int lava(String... arguments) {
        StatusStream status = new StatusStream(err, terminal.rewrites());
        PrintStream toErr = new PrintStream(status, true, StandardCharsets.UTF_8);
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        return LavaCommand.execute(new Session(environment, terminal, toOut, toErr, status, this), arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Engine start(String location, Optional<String> name, Listener told) {
        specs = location;
        realm = name;
        listener = told;
        return this;
    }

    @Override
    public JobResult run(JobRequest asked) {
        request = Optional.of(asked);
        return job.apply(asked, listener);
    }

    @Override
    public Connector.Installed commandLine(String connId) {
        listener.event("opening " + connId);
        return commandLines.apply(connId);
    }

    @Override
    public CheckResult check(CheckRequest request, Consumer<CheckedStep> hearer) {
        asked = Optional.of(request);
        return checks.apply(hearer, listener);
    }

    @Override
    public List<CheckedSpec> validate(List<Path> filesAndDirectories) {
        validated = filesAndDirectories;
        return checked;
    }

    @Override
    public List<PluginInfo> plugins() {
        return plugins;
    }

    @Override
    public List<String> pluginFaults() {
        return atStart;
    }

    @Override
    public TypeSchema schema(String type) {
        return schemas.apply(type);
    }

    @Override
    public List<TypeSchema> schemas() {
        return all;
    }

    @Override
    public void close() {
        closed = true;
    }
}
