package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import io.lava4j.core.spi.Listener;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code lava schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the JSON Schema of a connector or job type, for editors.")
final class SchemaCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "TYPE", description = "A type that 'lava list' shows, such as mysql.")
    private String type;

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.out().println(schema(session, type).json());
        return ExitCode.OK;
    }

    static TypeSchema schema(Session session, String type) {
        try (Engine engine =
                session.engines().start(session.specs(Optional.empty()), Optional.empty(), new Listener() {})) {
            return engine.schema(type);
        }
    }
}
