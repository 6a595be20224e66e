package io.lava4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What is asked for: one type, or all there are. */
final class Wanted {

    @Parameters(
            arity = "0..1",
            paramLabel = "TYPE",
            description = "A type that 'lava list' shows, such as mysql; or realm.")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--all",
            paramLabel = "DIR",
            description = "In the place of one: all of them, to files in DIR. Those of these names are replaced.")
    private Optional<Path> all = Optional.empty();

    /** Does the one or the other. */
    int either(CommandLine command, Consumer<String> one, Consumer<Path> every) {
        if (type.isPresent() == all.isPresent()) {
            throw new ParameterException(command, "expected a TYPE, or --all DIR, and not both");
        }
        if (all.filter(Path.of("")::equals).isPresent()) {
            throw new ParameterException(command, "option '--all': '' is no directory; for this one write .");
        }
        type.ifPresent(one);
        all.ifPresent(every);
        return ExitCode.OK;
    }
}
