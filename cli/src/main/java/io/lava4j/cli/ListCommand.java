package io.lava4j.cli;

import io.lava4j.core.PluginInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code lava list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists connector and job types, and other plugins, with module, version and folder in plugins/.")
final class ListCommand implements Callable<Integer> {

    private final Session session;
    private final Strictness strictness;

    @Option(names = "--json", description = "Print JSON, with the place of each jar.")
    private boolean json;

    /**
     * Lists faults itself, and so takes engines that do not.
     *
     * @param strictness whether a fault ends with exit status 2; all is listed either way
     */
    ListCommand(Session session, Strictness strictness) {
        this.session = session;
        this.strictness = strictness;
    }

    @Override
    public Integer call() {
        List<PluginInfo> plugins = session.ask(Engine::plugins);
        List<String> faults = TellingEngines.faults(plugins);
        if (json) {
            session.out().println(ListedJson.of(plugins));
        } else {
            table(plugins).lines(session.terminal()).forEach(session.out()::println);
            plugins.stream()
                    .map(PluginInfo::note)
                    .filter(note -> !note.isEmpty())
                    .forEach(note -> session.results().say("note: " + note));
            faults.forEach(fault -> session.results().say("fault: " + fault));
        }
        return strictness.strict() && !faults.isEmpty() ? ExitCode.USAGE : ExitCode.OK;
    }

    private static Table table(List<PluginInfo> plugins) {
        Table table = new Table("KIND", "TYPE", "MODULE", "VERSION", "FOLDER");
        for (PluginInfo plugin : plugins) {
            table.row(plugin.kind(), plugin.type(), plugin.module(), plugin.version(), plugin.folder());
        }
        return table;
    }
}
