package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Spec;
import java.util.List;
import java.util.Locale;

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

    /** Its first word names the program. */
    CommandLine commandLine(Spec job) {
        String text =
                this == EXE ? job.required("payload") : job.object("parameters").required("command");
        return CommandLine.of(job, commandLine, text);
    }

    List<String> locations(Spec job) {
        if (this == EXE) {
            return List.of(commandLine(job).program());
        }
        return job.fields().get("payload") instanceof List<?> ? job.texts("payload") : List.of(job.required("payload"));
    }
}
