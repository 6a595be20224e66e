package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a job runs. */
enum Kind {
    /** The objects themselves. */
    EXE("/payload"),
    /** A program in each package. */
    PKG("/parameters/command");

    private final String commandLine;

    Kind(String commandLine) {
        this.commandLine = commandLine;
    }

    static Kind of(Spec job) {
        return valueOf(job.required("type").toUpperCase(Locale.ROOT));
    }

    /** The text that names the program; empty when the spec has none, which its schema forbids. */
    Optional<String> text(Spec job) {
        return this == EXE ? job.text("payload") : job.object("parameters").text("command");
    }

    CommandLine commandLine(Spec job) {
        return CommandLine.of(job, commandLine, text(job).orElseThrow());
    }

    List<String> locations(Spec job) {
        if (this == EXE) {
            return List.of(commandLine(job).program());
        }
        return job.fields().get("payload") instanceof List<?> ? job.texts("payload") : List.of(job.required("payload"));
    }
}
