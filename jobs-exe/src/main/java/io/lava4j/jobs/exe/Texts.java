package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments and environment of a job, each rendered by itself. */
final class Texts {

    private final Spec job;
    private final Spec parameters;
    private final Context context;
    private final boolean rendered;
    private final Map<String, Object> variables;

    Texts(Spec job, Context context) {
        this.job = job;
        this.parameters = job.object("parameters");
        this.context = context;
        this.rendered = parameters.flag("jinja", true);
        this.variables = Map.of("vars", parameters.object("vars").fields());
    }

    /** Those of the command line, then those of {@code args}. */
    List<String> arguments(CommandLine line) {
        List<String> arguments = new ArrayList<>();
        line.arguments().forEach(word -> arguments.add(text(line.pointer(), word)));
        if (parameters.fields().get("args") instanceof List<?> args) {
            for (int i = 0; i < args.size(); i++) {
                arguments.add(plain("/parameters/args/" + i, args.get(i)));
            }
        }
        return List.copyOf(arguments);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        parameters.object("env").fields().forEach((name, value) -> {
            environment.put(name, plain("/parameters/env/" + name, value));
        });
        return environment;
    }

    private String plain(String pointer, Object value) {
        if (value instanceof String text) {
            return text(pointer, text);
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).toPlainString() : value.toString();
    }

    private String text(String pointer, String text) {
        String result = rendered ? context.render(pointer, text, variables) : text;
        if (result.indexOf('\0') >= 0) {
            throw job.invalid(pointer, "holds a NUL character, which no program can be given");
        }
        return result;
    }
}
