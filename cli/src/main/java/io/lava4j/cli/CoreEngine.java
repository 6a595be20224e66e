package io.lava4j.cli;

import io.lava4j.core.CheckRequest;
import io.lava4j.core.CheckResult;
import io.lava4j.core.CheckedSpec;
import io.lava4j.core.CheckedStep;
import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.TypeSchema;
import io.lava4j.core.spi.Connector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The real engine. */
record CoreEngine(Lava lava) implements Engine {

    /** Engines with the plugins of an installation, if its place is known. */
    static Engine.Factory with(Optional<Path> plugins) {
        return (specs, realm, listener) -> {
            Lava.Builder builder = Lava.builder().specs(specs).listener(listener);
            plugins.ifPresent(builder::plugins);
            realm.ifPresent(builder::realm);
            return new CoreEngine(builder.build());
        };
    }

    @Override
    public JobResult run(JobRequest request) {
        return lava.run(request);
    }

    @Override
    public Connector.Installed commandLine(String connId) {
        return lava.commandLine(connId);
    }

    @Override
    public CheckResult check(CheckRequest request, Consumer<CheckedStep> hearer) {
        return lava.check(request, hearer);
    }

    @Override
    public List<CheckedSpec> validate(List<Path> filesAndDirectories) {
        return lava.validate(filesAndDirectories);
    }

    @Override
    public List<PluginInfo> plugins() {
        return lava.plugins();
    }

    @Override
    public List<String> pluginFaults() {
        return lava.pluginFaults();
    }

    @Override
    public TypeSchema schema(String type) {
        return lava.schema(type);
    }

    @Override
    public List<TypeSchema> schemas() {
        return lava.schemas();
    }

    @Override
    public void close() {
        lava.close();
    }
}
