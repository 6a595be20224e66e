package io.lava4j.sandbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code lava-sandbox}. */
@Command(
        name = "lava-sandbox",
        description =
                "Local MySQL, MariaDB, a stand-in for Aurora, S3, SSM, Secrets Manager and STS, to try lava with.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UpCommand.class, SqlCommand.class, PutCommand.class})
public final class Main {
    private Main() {}

    /** Ends the JVM with status 0, 1 for a failure, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("lava-sandbox: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
