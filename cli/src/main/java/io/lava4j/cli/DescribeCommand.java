package io.lava4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lava describe}. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Describes the fields of a connector or job type. With --all: the reference, Markdown, a page for each type,"
                        + " for the realm and for this command.",
        footer = {
            "",
            "Examples:",
            "  lava describe mysql",
            "  lava describe db_from_s3 --format markdown",
            "  lava describe --all docs/reference"
        })
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
    private final Supplier<CommandLine> everything;

    @Spec
    private CommandSpec command;

    @Mixin
    private final Wanted wanted = new Wanted();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default text.")
    private Optional<Format> format = Optional.empty();

    /** @param everything gives the command with all its subcommands */
    DescribeCommand(Session session, Supplier<CommandLine> everything) {
        this.session = session;
        this.everything = everything;
    }

    @Override
    public Integer call() {
        return wanted.either(command.commandLine(), this::print, this::write);
    }

    private void print(String type) {
        Described described = Described.of(session.ask(engine -> engine.schema(type)));
        format.orElse(Format.text).writer.apply(described, session.terminal()).forEach(session.out()::println);
    }

    private void write(Path directory) {
        if (format.isPresent()) {
            throw new ParameterException(command.commandLine(), "--format is for one type; --all writes Markdown");
        }
        Map<String, String> pages = Reference.pages(session.ask(Engine::schemas), everything.get());
        new ReplacedFiles(directory).write(pages);
        session.out().println(pages.size() + " pages in '" + directory + "', the first is README.md");
    }
}
