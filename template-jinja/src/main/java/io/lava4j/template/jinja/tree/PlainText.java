package io.lava4j.template.jinja.tree;

/** Text outside of any markup. */
public record PlainText(String text) implements Statement {

    @Override
    public void run(Frame frame) {
        frame.out().append(text);
    }
}
