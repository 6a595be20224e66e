package io.lava4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell completes: commands and options as they are in the model of the parser, and with what label they want values.
 *
 * @param lava without a command
 * @param commands all that it has
 */
record Completion(CommandSpec lava, Collection<CommandSpec> commands) {

    static Completion of(CommandLine lava) {
        return new Completion(
                lava.getCommandSpec(),
                lava.getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .toList());
    }

    /** The script for a shell. */
    String script(String shell) {
        String shared = resource("completion.sh").replace("@WORDS@\n", words()).replace("@LABELS@\n", labels());
        return (shell.equals("zsh") ? "#compdef lava\n" : "") + shared + resource("completion." + shell);
    }

    private String words() {
        String names = branch("", commands.stream().map(Completion::entry));
        return names + options("", lava) + each(command -> options(command.name(), command));
    }

    private static String options(String name, CommandSpec command) {
        return branch(
                name + " -",
                command.options().stream().filter(option -> !option.hidden()).flatMap(option -> names(option)
                        .map(each -> each + "\t" + brief(option.description()))));
    }

    private static String entry(CommandSpec command) {
        String[] header = command.usageMessage().header();
        return command.name() + "\t"
                + brief(header.length > 0 ? header : command.usageMessage().description());
    }

    private static Stream<String> names(OptionSpec option) {
        String name = option.longestName();
        return option.negatable() ? Stream.of(name, name.replaceFirst("--", "--no-")) : Stream.of(name);
    }

    private String labels() {
        return each(command -> command.options().stream()
                        .filter(option -> option.arity().max() > 0)
                        .map(option -> label(command, option.longestName(), option))
                        .collect(Collectors.joining())
                + command.positionalParameters().stream()
                        .flatMap(place -> places(place.index()).map(index -> label(command, index, place)))
                        .collect(Collectors.joining()));
    }

    private String each(Function<CommandSpec, String> told) {
        return commands.stream().map(told).collect(Collectors.joining());
    }

    /** Patterns for the numbers of places, the first after the command being 1. */
    private static Stream<String> places(CommandLine.Range index) {
        return index.max() == Integer.MAX_VALUE
                ? Stream.of("[0-9]*")
                : IntStream.rangeClosed(index.min() + 1, index.max() + 1).mapToObj(Integer::toString);
    }

    private static String label(CommandSpec command, String place, ArgSpec argument) {
        return "    " + quoted(command.name() + " ") + place + ") label=" + quoted(value(argument)) + " ;;\n";
    }

    /** What the script gets to know of a value: the label, or all that it can be. */
    private static String value(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? argument.paramLabel()
                : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                        .collect(Collectors.joining(" ", "=", ""));
    }

    private static String branch(String pattern, Stream<String> lines) {
        return "    " + quoted(pattern) + ") offered=" + quoted(lines.collect(Collectors.joining("\n"))) + " ;;\n";
    }

    /** The first words of a description. */
    private static String brief(String... description) {
        return String.join(" ", List.of(description)).split(", such as |[.;:]( |$)", 2)[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String resource(String name) {
        try (InputStream resource = Completion.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
