package io.lava4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lava describe}. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Describes the fields of a connector or job type.",
        footer = {"", "Examples:", "  lava describe mysql", "  lava describe db_from_s3 --format markdown"})
final class DescribeCommand implements Callable<Integer> {

    /** How a description is written; the names are what the option takes. */
    enum Format {
        text(DescribedText::lines),
        markdown((described, terminal) -> DescribedMarkdown.lines(described)),
        json((described, terminal) -> DescribedJson.lines(described));

        private final BiFunction<Described, Terminal, List<String>> writer;

        Format(BiFunction<Described, Terminal, List<String>> writer) {
            this.writer = writer;
        }
    }

    private final Session session;

    @Parameters(paramLabel = "TYPE", description = "A type that 'lava list' shows, such as mysql.")
    private String type;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format;

    DescribeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Described described = Described.of(SchemaCommand.schema(session, type));
        format.writer.apply(described, session.terminal()).forEach(session.out()::println);
        return ExitCode.OK;
    }
}
