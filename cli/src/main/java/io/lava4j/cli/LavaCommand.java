package io.lava4j.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
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
        footer = {
            "",
            "Examples:",
            "  lava validate specs",
            "  lava run load-orders --specs specs --dry-run",
            "  lava help run",
            "",
            "LAVA_SPECS and LAVA_REALM stand in for --specs and --realm.",
            "Exit status: 0 done or skipped; 1 the job failed; 2 the command or a spec is",
            "wrong; 130 or 143 stopped by a signal. When a program of an exe or pkg job or",
            "of cli fails: that program's, 128 + n when it died of signal n; 28 at the time",
            "limit of a job."
        })
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
        return commands.with("run", () -> new RunCommand(telling, faults))
                .with("cli", () -> new CliCommand(telling))
                .with("validate", () -> new ValidateCommand(telling))
                .with("list", () -> new ListCommand(session, strictness))
                .with("describe", () -> new DescribeCommand(telling))
                .with("schema", () -> new SchemaCommand(telling))
                .with(
                        "completion",
                        () -> new CompletionCommand(session, () -> commands.addTo(new CommandLine(new LavaCommand()))));
    }

    /** The commands before the options, which few want. */
    private static List<String> sections(List<String> usual) {
        List<String> sections = new ArrayList<>(usual);
        List<String> commands = List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST);
        sections.removeAll(commands);
        sections.addAll(sections.indexOf(SECTION_KEY_OPTION_LIST_HEADING), commands);
        return sections;
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
        // An argument for a program may begin with @; to picocli it would name a file.
        return command.setExpandAtFiles(false)
                .setHelpSectionKeys(sections(command.getHelpSectionKeys()))
                .setColorScheme(colors(session.terminal().outInk()))
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
