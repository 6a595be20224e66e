package io.lava4j.cli;

import io.lava4j.core.CheckedSpec;
import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code lava validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks specs and prints every fault with file, line and column; exit status 2 when there is one.",
        footer = {"", "Examples:", "  lava validate specs", "  lava validate specs/jobs/orders.yaml"})
final class ValidateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Spec files, and directories of specs.")
    private List<Path> places;

    ValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<CheckedSpec> specs = session.ask(engine -> engine.validate(places));
        if (specs.isEmpty()) {
            String names = places.stream().map(place -> "'" + place + "'").collect(Collectors.joining(", "));
            session.messages()
                    .fault("there is no spec in " + names
                            + ": expected files that end in .json, .yaml or .yml; name the place of yours");
            return ExitCode.USAGE;
        }
        specs.forEach(spec -> spec.violations().forEach(violation -> tell(spec, violation)));
        long faults = specs.stream().mapToLong(spec -> spec.violations().size()).sum();
        session.out().println(count(specs.size(), "spec") + ", " + painted(faults));
        return faults == 0 ? ExitCode.OK : ExitCode.USAGE;
    }

    private void tell(CheckedSpec spec, Violation violation) {
        session.results().say((violation.place().isEmpty() ? spec.file() + ": " : "") + violation);
    }

    private String painted(long faults) {
        Ink ink = session.terminal().outInk();
        String text = count(faults, "fault");
        return faults == 0 ? ink.good(text) : ink.bad(text);
    }

    private static String count(long number, String noun) {
        return Amounts.count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
