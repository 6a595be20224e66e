package io.lava4j.cli;

import io.lava4j.core.error.LavaException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of errors on stderr and picks the exit status. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final PrintStream err;
    private final Verbosity verbosity;

    Faults(PrintStream err, Verbosity verbosity) {
        this.err = err;
        this.verbosity = verbosity;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        err.println("lava: " + fault.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println("Try '" + command + " --help'.");
        }
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        if (fault instanceof LavaException known) {
            tell(known);
            return known.exitStatus();
        }
        err.println("lava: this is a defect of lava or of a plugin, please report it"
                + (verbosity.stackTraces() ? ": " : " with what -v prints: ") + fault);
        trace(fault);
        return CommandLine.ExitCode.SOFTWARE;
    }

    void tell(LavaException fault) {
        err.println("lava: " + fault.getMessage());
        trace(fault);
    }

    private void trace(Exception fault) {
        if (verbosity.stackTraces()) {
            fault.printStackTrace(err);
        }
    }
}
