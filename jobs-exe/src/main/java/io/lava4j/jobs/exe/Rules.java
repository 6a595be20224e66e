package io.lava4j.jobs.exe;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a spec must keep to that no schema says. */
final class Rules {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Spec job;
    private final Spec parameters;
    private final List<Violation> faults = new ArrayList<>();

    private Rules(Spec job) {
        this.job = job;
        this.parameters = job.object("parameters");
    }

    static List<Violation> faults(Spec job) {
        Rules rules = new Rules(job);
        rules.commandLine();
        rules.labels();
        rules.variables();
        return List.copyOf(rules.faults);
    }

    private void commandLine() {
        Kind kind = Kind.of(job);
        if (kind.text(job).isEmpty()) {
            return;
        }
        try {
            kind.commandLine(job);
        } catch (InvalidSpecException faulty) {
            faults.addAll(faulty.violations());
        }
    }

    private void labels() {
        Map<String, String> seen = new HashMap<>();
        for (String label : parameters.object("connections").fields().keySet()) {
            String pointer = "/connections/" + escaped(label);
            String other = seen.put(label.toUpperCase(Locale.ROOT), label);
            if (!LABEL.matcher(label).matches()) {
                faults.add(parameters.violation(
                        pointer, "'" + label + "' is no label, expected letters, digits and underscores"));
            } else if (other != null) {
                faults.add(parameters.violation(
                        pointer,
                        "'" + label + "' differs from '" + other + "' in case alone: both would be LAVA_CONN_"
                                + label.toUpperCase(Locale.ROOT) + "; give one of them another label"));
            }
        }
    }

    private void variables() {
        for (String name : parameters.object("env").fields().keySet()) {
            if (!VARIABLE.matcher(name).matches()) {
                faults.add(parameters.violation(
                        "/env/" + escaped(name),
                        "'" + name
                                + "' is no name of an environment variable, expected letters, digits and underscores, not"
                                + " a digit first"));
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
