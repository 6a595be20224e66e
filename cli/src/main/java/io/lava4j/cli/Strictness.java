package io.lava4j.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What a faulty plugin means. */
final class Strictness {

    @Option(
            names = "--strict-plugins",
            scope = ScopeType.INHERIT,
            description =
                    "Do nothing, and end with exit status 2, when any plugin is faulty; else it is told of and left out.")
    private boolean strict;

    boolean strict() {
        return strict;
    }
}
