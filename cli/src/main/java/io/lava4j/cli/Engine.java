package io.lava4j.cli;

import io.lava4j.core.CheckRequest;
import io.lava4j.core.CheckResult;
import io.lava4j.core.CheckedSpec;
import io.lava4j.core.CheckedStep;
import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.TypeSchema;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the commands need of core, so that their tests need no specs and no servers. */
interface Engine extends AutoCloseable {

    JobResult run(JobRequest request);

    Connector.Installed commandLine(String connId);

    CheckResult check(CheckRequest request, Consumer<CheckedStep> hearer);

    List<CheckedSpec> validate(List<Path> filesAndDirectories);

    List<PluginInfo> plugins();

    List<String> pluginFaults();

    TypeSchema schema(String type);

    List<TypeSchema> schemas();

    @Override
    void close();

    /** Starts an engine on a directory of specs, or on the place of specs in a store. */
    interface Factory {
        Engine start(String specs, Optional<String> realm, Listener listener);
    }
}
