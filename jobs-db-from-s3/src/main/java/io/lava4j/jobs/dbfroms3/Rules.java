package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What parameters ask of each other. Of one that its schema finds fault with, nothing more is said. */
final class Rules {

    private final Spec given;
    private final List<Violation> faults = new ArrayList<>();

    private Rules(Spec given) {
        this.given = given;
    }

    static List<Violation> faults(Spec given) {
        Rules rules = new Rules(given);
        Stream.<Runnable>of(rules::checkNames, rules::checkColumns, rules::checkWarnings)
                .forEach(Rules::unlessUnreadable);
        return List.copyOf(rules.faults);
    }

    /** For a name that is known to be a regular expression. */
    static InvalidSpecException columnsRefused(Spec given, String field) {
        return given.invalid("/columns", refusal(field));
    }

    private static String refusal(String field) {
        return "is given, and " + field + " is a regular expression: the table must exist then; leave columns out";
    }

    private static void unlessUnreadable(Runnable check) {
        try {
            check.run();
        } catch (InvalidSpecException toldByTheSchema) {
            // Not a fault of its own.
        }
    }

    private void checkNames() {
        boolean jinja = given.flag("jinja", true);
        patterns().filter(field -> !(jinja && isTemplate(text(field)))).forEach(field -> {
            try {
                NamePattern.of(given, field, text(field));
            } catch (InvalidSpecException fault) {
                faults.addAll(fault.violations());
            }
        });
    }

    private void checkColumns() {
        Optional<String> pattern = patterns().findFirst();
        boolean drop = text("mode").equals("drop");
        boolean columns = !given.texts("columns").isEmpty();
        if (drop && pattern.isPresent()) {
            fault(
                    "mode",
                    "'drop' creates the table from columns, and " + pattern.get()
                            + " is a regular expression, which forbids columns: expected another mode");
        } else if (drop && !columns) {
            fault("columns", "is missing: mode 'drop' creates the table from it");
        } else if (pattern.isPresent() && columns) {
            fault("columns", refusal(pattern.get()));
        }
    }

    private void checkWarnings() {
        boolean replace =
                given.texts("args").stream().anyMatch(arg -> arg.strip().equalsIgnoreCase("REPLACE"));
        if (replace && given.number("max_warnings").isPresent()) {
            fault("max_warnings", "is given with REPLACE, which stops at the first bad value: leave one of them out");
        }
    }

    private Stream<String> patterns() {
        return Stream.of("schema", "table").filter(field -> NamePattern.is(text(field)));
    }

    private String text(String field) {
        return given.text(field).orElse("");
    }

    /** What it renders to is checked when it is rendered. */
    private static boolean isTemplate(String text) {
        return Stream.of("{{", "{%", "{#").anyMatch(text::contains);
    }

    private void fault(String field, String message) {
        faults.add(given.violation("/" + field, message));
    }
}
