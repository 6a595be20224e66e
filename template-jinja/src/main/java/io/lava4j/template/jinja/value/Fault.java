package io.lava4j.template.jinja.value;

/** What is wrong with a template, for whoever wrote it. */
public final class Fault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final boolean placed;

    public Fault(String message) {
        this(message, false);
    }

    private Fault(String message, boolean placed) {
        super(message);
        this.placed = placed;
    }

    /** The same fault with its place, which the innermost one who knows it tells. */
    public Fault at(String place) {
        return placed ? this : new Fault(getMessage() + " (" + place + ")", true);
    }
}
