package io.lava4j.template.jinja.tree;

import io.lava4j.template.jinja.value.Str;
import java.util.List;

/** Statements, one after the other. */
public record Body(List<Statement> statements) implements Statement {

    @Override
    public void run(Frame frame) {
        statements.forEach(statement -> statement.run(frame));
    }

    /** Runs in this scope and gives what it writes. */
    Str captured(Frame frame) {
        Frame capturing = frame.capturing();
        run(capturing);
        return capturing.out().value();
    }
}
