package io.lava4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands by their names. The parser looks at each with reflection, which takes time: so it gets the one that is wanted. */
final class Subcommands {

    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

    Subcommands with(String name, Supplier<Object> maker) {
        makers.put(name, maker);
        return this;
    }

    /** Adds the command that the arguments name; all of them, in order, and one that shows the help of each, if they name none. */
    CommandLine addTo(CommandLine parent, String... arguments) {
        // No option of the parent has a value: what comes first and is no option is the name.
        String first = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElse("");
        if (makers.containsKey(first) && !isHelpAskedBefore(first, arguments)) {
            return parent.addSubcommand(makers.get(first).get());
        }
        makers.values().forEach(maker -> parent.addSubcommand(maker.get()));
        return parent.addSubcommand(help());
    }

    /** Help of the parent, which lists all. */
    private static boolean isHelpAskedBefore(String name, String... arguments) {
        return Stream.of(arguments)
                .takeWhile(argument -> !argument.equals(name))
                .anyMatch(argument -> argument.matches("--help|-[a-zA-Z]*h.*"));
    }

    private static CommandLine help() {
        CommandLine help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec()
                .usageMessage()
                .header(new String[0])
                .synopsisHeading("Usage: ")
                .description("Shows how a command is used.");
        return help;
    }
}
