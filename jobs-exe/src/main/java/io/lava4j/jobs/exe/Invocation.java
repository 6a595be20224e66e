package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.Spec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the programs of a job are called: all in the same way.
 *
 * @param line the text that names the program
 * @param arguments those of that text and of {@code args}, rendered
 * @param environment the job's own variables, rendered
 * @param limit how long each may take
 */
record Invocation(CommandLine line, List<String> arguments, Map<String, String> environment, Duration limit) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    static Invocation of(Spec job, Context context) {
        CommandLine line = Kind.of(job).commandLine(job);
        Texts texts = new Texts(job, context);
        return new Invocation(
                line,
                texts.arguments(line),
                texts.environment(),
                job.object("parameters").duration("timeout").orElse(LIMIT));
    }
}
