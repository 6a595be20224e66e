package io.lava4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lava describe}. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Describes the fields of a connector or job type.")
final class DescribeCommand implements Callable<Integer> {

    /** How a description is written; the names are what the option takes. */
    enum Format {
        text(DescribedText::lines),
        markdown(DescribedMarkdown::lines),
        json(DescribedJson::lines);

        private final Function<Described, List<String>> writer;

        Format(Function<Described, List<String>> writer) {
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
        format.writer.apply(described).forEach(session.out()::println);
        return ExitCode.OK;
    }
}
