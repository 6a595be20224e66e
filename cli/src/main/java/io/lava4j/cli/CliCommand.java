package io.lava4j.cli;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lava cli}. */
@Command(
        name = "cli",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {
            "lava cli [-hVv] [--strict-plugins]",
            "                [--realm=REALM] [--specs=DIR|STORE] CONN_ID [-- ARG...]"
        },
        description =
                "Opens a connection with the client program of its kind, such as mysql: interactive on a terminal.",
        footer = {
            "",
            "Examples:",
            "  lava cli dwh",
            "  lava cli dwh -- -e 'SHOW TABLES'",
            "  lava cli dwh <report.sql >report.tsv"
        })
final class CliCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "CONN_ID", description = "The conn_id of the connection.")
    private String connection;

    @Parameters(
            index = "1..*",
            paramLabel = "ARG",
            description = "Arguments for the client; those that begin with - come after --.")
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private final Place place = new Place();

    CliCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new Child().run(this::run);
    }

    private int run(Child child) {
        try (Engine engine = place.start(session, events());
                Connector.Installed installed = engine.commandLine(connection)) {
            List<String> command =
                    new ArrayList<>(List.of(installed.executable().toString()));
            command.addAll(arguments);
            return child.end(command);
        }
    }

    private Listener events() {
        return new Listener() {
            @Override
            public void event(String sentence) {
                session.messages().remark(sentence);
            }
        };
    }
}
