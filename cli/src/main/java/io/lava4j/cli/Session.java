package io.lava4j.cli;

import io.lava4j.core.spi.Listener;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command works with.
 *
 * @param environment the process's
 * @param terminal what it knows of the terminal
 * @param out for results
 * @param err for everything else, written through {@code status}
 * @param status the line at the end of {@code err} that is rewritten
 * @param engines starts the engine
 */
record Session(
        Map<String, String> environment,
        Terminal terminal,
        PrintStream out,
        PrintStream err,
        StatusStream status,
        Engine.Factory engines) {

    Session with(Engine.Factory others) {
        return new Session(environment, terminal, out, err, status, others);
    }

    Prose results() {
        return new Prose(out, terminal.outWidth(), terminal.outInk());
    }

    Prose messages() {
        return new Prose(err, terminal.errWidth(), terminal.errInk());
    }

    /** Asks an engine for what no spec is needed for. */
    <T> T ask(Function<Engine, T> question) {
        try (Engine engine = engines.start(specs(Optional.empty()), Optional.empty(), new Listener() {})) {
            return question.apply(engine);
        }
    }

    String specs(Optional<String> given) {
        return given.or(() -> variable("LAVA_SPECS")).orElse("");
    }

    Optional<String> realm(Optional<String> given) {
        return given.or(() -> variable("LAVA_REALM"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
