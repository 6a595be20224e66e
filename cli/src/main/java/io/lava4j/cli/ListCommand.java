package io.lava4j.cli;

import io.lava4j.core.PluginInfo;
import io.lava4j.core.spi.Listener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** {@code lava list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists connector and job types, and other plugins, with module, version and place.")
final class ListCommand implements Callable<Integer> {

    private final Session session;

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<PluginInfo> plugins = plugins();
        Table table = new Table("KIND", "TYPE", "MODULE", "VERSION", "PLACE");
        for (PluginInfo plugin : plugins) {
            table.row(plugin.kind(), plugin.type(), plugin.module(), plugin.version(), plugin.place());
        }
        table.lines().forEach(session.out()::println);
        plugins.stream().filter(plugin -> !plugin.fault().isEmpty()).forEach(plugin -> session.out()
                .println("fault: " + plugin.fault()));
        return ExitCode.OK;
    }

    private List<PluginInfo> plugins() {
        try (Engine engine =
                session.engines().start(session.specs(Optional.empty()), Optional.empty(), new Listener() {})) {
            return engine.plugins();
        }
    }
}
