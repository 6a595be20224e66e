package io.lava4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.RunLast;

/** The command itself, without a subcommand. */
@Command(
        name = "lava",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Runs jobs that are described by specs, such as loading files from S3 into a database.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Done, or skipped because the job is not enabled.",
            "1:The job failed.",
            "2:The command or a spec is wrong.",
            "28:A program of an exe or pkg job reached the job's time limit.",
            "130 or 143:Stopped by Ctrl-C or SIGTERM.",
            "others:Those of a program that failed, in an exe or pkg job or of cli; 128 + n when it died of signal n."
        },
        footerHeading = "%nEnvironment:%n")
final class LavaCommand {

    @Mixin
    private final Verbosity verbosity = new Verbosity();

    @Mixin
    private final Strictness strictness = new Strictness();

    private LavaCommand() {}

    /** Does what the arguments say, and gives the exit status. */
    static int execute(Session session, String... arguments) {
        LavaCommand lava = new LavaCommand();
        Faults faults = new Faults(session.err(), lava.verbosity);
        Session telling = session.with(new TellingEngines(session.engines(), lava.strictness, session.err()));
        Subcommands commands = new Subcommands();
        commands.with("run", () -> new RunCommand(telling, faults))
                .with("cli", () -> new CliCommand(telling))
                .with("validate", () -> new ValidateCommand(telling))
                .with("list", () -> new ListCommand(session, lava.strictness))
                .with("describe", () -> new DescribeCommand(telling, () -> commands.addTo(new CommandLine(lava))))
                .with("schema", () -> new SchemaCommand(telling));
        return configure(commands.addTo(new CommandLine(lava), arguments), session, faults, lava.verbosity)
                .execute(arguments);
    }

    private static CommandLine configure(CommandLine command, Session session, Faults faults, Verbosity verbosity) {
        command.getCommandSpec().usageMessage().footer(Variable.lines());
        // An argument for a program may begin with @; to picocli it would name a file.
        return command.setExpandAtFiles(false)
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
