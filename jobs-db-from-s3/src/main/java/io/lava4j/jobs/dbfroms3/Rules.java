package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What parameters ask of each other. */
final class Rules {

    private final Spec given;
    private final Parameters parameters;
    private final List<Violation> faults = new ArrayList<>();

    private Rules(Spec given, Parameters parameters) {
        this.given = given;
        this.parameters = parameters;
    }

    static List<Violation> faults(Spec given, Parameters parameters) {
        Rules rules = new Rules(given, parameters);
        rules.checkNames();
        rules.checkColumns();
        rules.checkNumbers();
        return List.copyOf(rules.faults);
    }

    /** For a name that is known to be a regular expression. */
    static InvalidSpecException columnsRefused(Spec given, String field) {
        return given.invalid("/columns", refusal(field));
    }

    private static String refusal(String field) {
        return "is given, and " + field + " is a regular expression: the table must exist then; leave columns out";
    }

    private void checkNames() {
        patterns().forEach(field -> {
            String text = given.required(field);
            try {
                if (!isTemplate(text)) {
                    NamePattern.of(given, field, text);
                }
            } catch (InvalidSpecException fault) {
                faults.addAll(fault.violations());
            }
        });
    }

    private void checkColumns() {
        Optional<String> pattern = patterns().findFirst();
        boolean drop = parameters.mode() == Mode.DROP;
        if (drop && pattern.isPresent()) {
            fault(
                    "mode",
                    "'drop' creates the table from columns, and " + pattern.get()
                            + " is a regular expression, which forbids columns: expected another mode");
        } else if (drop && parameters.columns().isEmpty()) {
            fault("columns", "is missing: mode 'drop' creates the table from it");
        } else if (pattern.isPresent() && !parameters.columns().isEmpty()) {
            fault("columns", refusal(pattern.get()));
        }
    }

    private void checkNumbers() {
        if (parameters.parallel() > 1) {
            fault("parallel", "'" + parameters.parallel() + "' is not there yet: expected 1");
        }
        if (parameters.maxWarnings().isPresent() && parameters.options().duplicates() == Duplicates.REPLACE) {
            fault("max_warnings", "is given with REPLACE, which stops at the first bad value: leave one of them out");
        }
    }

    private Stream<String> patterns() {
        return Stream.of("schema", "table").filter(field -> NamePattern.is(given.required(field)));
    }

    /** What it renders to is checked when it is rendered. */
    private boolean isTemplate(String text) {
        return given.flag("jinja", true) && Stream.of("{{", "{%", "{#").anyMatch(text::contains);
    }

    private void fault(String field, String message) {
        faults.add(given.violation("/" + field, message));
    }
}
