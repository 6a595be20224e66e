package io.lava4j.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.RunLast;

/** The command itself, without a subcommand. */
@Command(
        name = "lava",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs jobs that are described by specs, such as loading files from S3 into a database.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Done, or skipped because the job is not enabled.",
            "1:The job or a step of check failed, or a result cannot be written.",
            "2:The command or a spec is wrong.",
            "28:A program of an exe or pkg job reached the job's time limit.",
            "130 or 143:Stopped by Ctrl-C or SIGTERM.",
            "others:Those of a program that failed, in an exe or pkg job or of cli; 128 + n when it died of signal n."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lava validate specs", "  lava run load-orders --specs specs --dry-run", "  lava help run"})
final class LavaCommand {

    @Mixin
    private final Verbosity verbosity = new Verbosity();

    @Mixin
    private final Strictness strictness = new Strictness();

    private LavaCommand() {}

    /** Does what the arguments say, and gives the exit status. */
    static int execute(Session session, String... arguments) {
        LavaCommand lava = new LavaCommand();
        Faults faults = new Faults(session.messages(), lava.verbosity);
        CommandLine command = lava.subcommands(session, faults).addTo(new CommandLine(lava), arguments);
        return configure(command, session, faults, lava.verbosity).execute(arguments);
    }

    private Subcommands subcommands(Session session, Faults faults) {
        Session telling = session.with(new TellingEngines(session.engines(), strictness, session.messages()));
        Subcommands commands = new Subcommands();
        Supplier<CommandLine> everything = () -> commands.addTo(new CommandLine(new LavaCommand()));
        return commands.with("run", () -> new RunCommand(telling, faults))
                .with("cli", () -> new CliCommand(telling))
                .with("check", () -> new CheckCommand(telling))
                .with("validate", () -> new ValidateCommand(telling))
                .with("list", () -> new ListCommand(session, strictness))
                .with("describe", () -> new DescribeCommand(telling, everything))
                .with("schema", () -> new SchemaCommand(telling))
                .with("completion", () -> new CompletionCommand(session, everything));
    }

    /** The commands before the options, which few want. */
    private static List<String> sections(List<String> usual) {
        List<String> sections = new ArrayList<>(usual);
        List<String> commands = List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST);
        sections.removeAll(commands);
        sections.addAll(sections.indexOf(SECTION_KEY_OPTION_LIST_HEADING), commands);
        return sections;
    }

    private static String[] footer(CommandSpec command) {
        return Stream.of(command.usageMessage().footer(), new String[] {"", "Environment:"}, Variable.lines())
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    /** Headings apart, which are plain, what may be typed stands out. */
    static ColorScheme colors(Ink ink) {
        return new ColorScheme.Builder(ink.shown() ? Ansi.ON : Ansi.OFF)
                .commands(Style.bold)
                .options(Style.bold)
                .parameters(Style.bold)
                .build();
    }

    private static CommandLine configure(CommandLine command, Session session, Faults faults, Verbosity verbosity) {
        command.getCommandSpec().usageMessage().footer(footer(command.getCommandSpec()));
        // An argument for a program may begin with @; to picocli it would name a file.
        return command.setExpandAtFiles(false)
                .setHelpSectionKeys(sections(command.getHelpSectionKeys()))
                .setColorScheme(colors(session.terminal().outInk()))
                .setUsageHelpWidth(session.terminal().helpWidth())
                .setOut(new java.io.PrintWriter(session.out(), true))
                .setErr(new java.io.PrintWriter(session.err(), true))
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .setExecutionStrategy(parsed -> {
                    verbosity.apply();
                    return new RunLast().execute(parsed);
                });
    }
}
