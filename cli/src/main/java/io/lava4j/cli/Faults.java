package io.lava4j.cli;

import io.lava4j.core.error.LavaException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells of errors on stderr and picks the exit status. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Prose messages;
    private final Verbosity verbosity;

    Faults(Prose messages, Verbosity verbosity) {
        this.messages = messages;
        this.verbosity = verbosity;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        if (Misuse.isLackOfCommand(fault)) {
            command.usage(messages.to(), LavaCommand.colors(messages.ink()));
        } else {
            messages.fault(Misuse.told(fault));
        }
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        if (fault instanceof LavaException known) {
            tell(known);
            return known.exitStatus();
        }
        messages.fault("this is a defect of lava or of a plugin, please report it"
                + (verbosity.stackTraces() ? ": " : " with what -v prints: ") + fault);
        trace(fault);
        return CommandLine.ExitCode.SOFTWARE;
    }

    void tell(LavaException fault) {
        messages.fault(fault.getMessage());
        trace(fault);
    }

    private void trace(Exception fault) {
        if (verbosity.stackTraces()) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().map(Ink::harmless).forEach(messages.to()::println);
        }
    }
}
