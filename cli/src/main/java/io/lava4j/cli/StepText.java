package io.lava4j.cli;

import io.lava4j.core.CheckResult;
import io.lava4j.core.CheckedStep;
import java.time.Duration;

/**
 * The steps of a check for a person: one that ends is told at once.
 *
 * @param results where they go
 */
record StepText(Prose results) {

    private static final String COLUMNS = "  %s%s  %-20s  %6s  ";
    private static final int STATUS = 7;

    /** What the columns take. */
    private static final int INDENTATION = 41;

    /** With fewer columns than this behind the others, what was seen has lines of its own. */
    private static final int NARROW = 40;

    private static final int OWN_LINES = 4;

    /** Tells a step. */
    void tell(CheckedStep step) {
        String columns = COLUMNS.formatted(
                painted(step.status()), " ".repeat(STATUS - step.status().length()), step.name(), time(step));
        if (results.width() - INDENTATION < NARROW) {
            results.to().println(columns.stripTrailing());
            say(step.seen());
        } else {
            lines(columns, step.seen());
        }
        step.remedy().lines().forEach(line -> say("do: " + line));
    }

    /** Tells what is of use, and how it all ended. */
    void tell(CheckResult result) {
        result.statements().forEach((title, text) -> {
            results.to().println();
            results.say(results.ink().strong(title + ":"), 0);
            text.lines().forEach(line -> results.say("  " + line, OWN_LINES));
        });
        results.to().println();
        results.say("connection '" + result.connId() + "': " + summary(result));
    }

    /** Colours are no columns: they are counted by nobody who breaks lines before them. */
    private void lines(String columns, String seen) {
        String blank = " ".repeat(INDENTATION);
        boolean first = true;
        for (String line : seen.lines().toList()) {
            for (String part : new Wrapping(results.width()).lines(blank + line, INDENTATION)) {
                results.to().println(first ? columns + part.substring(INDENTATION) : part);
                first = false;
            }
        }
    }

    private void say(String text) {
        int margin = results.width() - INDENTATION < NARROW ? OWN_LINES : INDENTATION;
        text.lines().forEach(line -> results.say(" ".repeat(margin) + line, margin + 2));
    }

    private String painted(String status) {
        return switch (status) {
            case "ok" -> results.ink().good(status);
            case "failed" -> results.ink().bad(status);
            case "warning" -> results.ink().doubtful(status);
            default -> status;
        };
    }

    private static String time(CheckedStep step) {
        return step.status().equals("skipped") ? "" : Amounts.time(step.took());
    }

    private String summary(CheckResult result) {
        Duration took = result.steps().stream().map(CheckedStep::took).reduce(Duration.ZERO, Duration::plus);
        return (result.exitStatus() == 0
                        ? results.ink().good("ok")
                        : results.ink().bad(steps(result.count("failed")) + " failed"))
                + counted(result.count("warning"), "warning") + skipped(result.count("skipped")) + " in "
                + Amounts.time(took);
    }

    private static String steps(long number) {
        return number + (number == 1 ? " step" : " steps");
    }

    private static String counted(long number, String noun) {
        return number == 0 ? "" : ", " + number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String skipped(long number) {
        return number == 0 ? "" : ", " + number + " skipped";
    }
}
