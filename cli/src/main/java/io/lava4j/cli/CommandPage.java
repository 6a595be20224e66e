package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page of the command itself: its subcommands with all that they take, exit statuses, environment. */
final class CommandPage {

    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();
    private final Set<String> everywhere;

    private CommandPage(CommandSpec root) {
        everywhere = root.optionsMap().keySet();
    }

    /** @param command with all its subcommands */
    static List<String> lines(CommandLine command) {
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
        CommandSpec root = command.getCommandSpec();
        CommandPage page = new CommandPage(root);
        page.lines.add("# The command " + root.name());
        page.usage(root);
        page.table("Option", root.options().stream().map(CommandPage::row).toList());
        command.getSubcommands().values().forEach(subcommand -> page.subcommand(subcommand.getCommandSpec()));
        page.section("## Exit status");
        page.table("Status", rows(root.usageMessage().exitCodeList()));
        page.section("## Environment");
        page.table("Variable", Stream.of(Variable.values()).map(Variable::row).toList());
        return List.copyOf(page.lines);
    }

    private void subcommand(CommandSpec command) {
        section("## " + command.qualifiedName());
        usage(command);
        Stream<ArgSpec> own = Stream.concat(
                command.positionalParameters().stream(),
                command.options().stream().filter(option -> !everywhere.contains(option.longestName())));
        table("Argument", own.map(CommandPage::row).toList());
    }

    private void usage(CommandSpec command) {
        section(MarkdownText.prose(String.join(" ", command.usageMessage().description())));
        section("```");
        Help help = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF));
        help.synopsis(0).lines().map(String::stripTrailing).forEach(lines::add);
        lines.add("```");
    }

    private void table(String heading, List<Map.Entry<String, String>> rows) {
        section("|" + heading + "|Meaning|");
        lines.add("|-|-------------------------------------------------------------|");
        rows.forEach(row ->
                lines.add("|`" + row.getKey().replace("|", "\\|") + "`|" + MarkdownText.cell(row.getValue()) + "|"));
    }

    private static List<Map.Entry<String, String>> rows(Map<String, String> meanings) {
        return List.copyOf(meanings.entrySet());
    }

    private static Map.Entry<String, String> row(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? names(option) : argument.paramLabel();
        return Map.entry(name, String.join(" ", argument.description()));
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names()).replace("--", option.negatable() ? "--[no-]" : "--");
        return option.arity().max() > 0 ? names + "=" + option.paramLabel() : names;
    }

    private void section(String text) {
        lines.add("");
        lines.add(text);
    }
}
