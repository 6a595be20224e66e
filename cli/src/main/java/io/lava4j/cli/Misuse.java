package io.lava4j.cli;

import io.lava4j.core.error.NearMiss;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments of a command, in the words of all other messages. */
final class Misuse {

    private Misuse() {}

    /** Whether no command was named at all. */
    static boolean isLackOfCommand(ParameterException fault) {
        return fault.getMessage().equals("Missing required subcommand");
    }

    /** What is wrong, and what to do. */
    static String told(ParameterException fault) {
        String what = what(fault);
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        return what.endsWith("?") ? what : what + "; try '" + command + " --help'" + forPrograms(fault);
    }

    /** Who opens a connection with a program tends to give the program's options at once. */
    private static String forPrograms(ParameterException fault) {
        boolean takesAny = fault.getCommandLine().getCommandSpec().positionalParameters().stream()
                .anyMatch(place -> place.paramLabel().equals("ARG"));
        return takesAny && fault instanceof UnmatchedArgumentException ? ": those of a program come after --" : "";
    }

    private static String what(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(Misuse::missing).collect(Collectors.joining(", "));
        }
        if (fault.getMessage().startsWith("Unknown subcommand")) {
            return unknownCommand(fault.getValue(), fault.getCommandLine());
        }
        ArgSpec argument = fault.getArgSpec();
        return argument != null && argument.typeInfo().isEnum()
                ? unknownValue(fault.getValue(), argument)
                : fault.getMessage();
    }

    private static String unknownValue(String value, ArgSpec argument) {
        String subject = argument instanceof OptionSpec option
                ? "option '" + option.longestName() + "':"
                : argument.paramLabel();
        List<String> known = argument.typeInfo().getEnumConstantNames();
        return subject + " " + unknown(value, known);
    }

    private static String unknown(String name, Collection<String> known) {
        String hint = NearMiss.hint(name, known);
        return "'" + name + "' is unknown" + (hint.isEmpty() ? ": expected one of " + String.join(", ", known) : hint);
    }

    private static String unmatched(UnmatchedArgumentException fault) {
        CommandLine command = fault.getCommandLine();
        String given = fault.getUnmatched().get(0);
        if (fault.isUnknownOption()) {
            return unknownOption(given.replaceFirst("=.*", ""), command);
        }
        return command.getSubcommands().isEmpty()
                ? "argument '" + given + "' is one too many"
                : unknownCommand(given, command);
    }

    /** Of two characters each is near to any other. */
    private static String unknownOption(String name, CommandLine command) {
        Set<String> known = command.getCommandSpec().optionsMap().keySet();
        return "option '" + name + "' is unknown" + (name.length() > 2 ? NearMiss.hint(name, known) : "");
    }

    private static String unknownCommand(String name, CommandLine parent) {
        Set<String> known = parent.getSubcommands().keySet();
        if (known.contains(name)) {
            return "command '" + name + "' stands behind --: put it first";
        }
        return "command " + unknown(name, known);
    }

    private static String missing(ArgSpec argument) {
        return argument.isPositional()
                ? argument.paramLabel() + " is missing"
                : "option '" + ((OptionSpec) argument).longestName() + "' lacks its value, " + argument.paramLabel();
    }
}
