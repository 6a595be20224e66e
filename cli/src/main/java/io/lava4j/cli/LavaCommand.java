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
        footer = {
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
        Faults faults = new Faults(session.err(), lava.verbosity);
        Session telling = session.with(new TellingEngines(session.engines(), lava.strictness, session.err()));
        CommandLine command = new Subcommands()
                .with("run", () -> new RunCommand(telling, faults))
                .with("cli", () -> new CliCommand(telling))
                .with("validate", () -> new ValidateCommand(telling))
                .with("list", () -> new ListCommand(session, lava.strictness))
                .with("describe", () -> new DescribeCommand(telling))
                .with("schema", () -> new SchemaCommand(telling))
                .addTo(new CommandLine(lava), arguments);
        return configure(command, session, faults, lava.verbosity).execute(arguments);
    }

    private static CommandLine configure(CommandLine command, Session session, Faults faults, Verbosity verbosity) {
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
