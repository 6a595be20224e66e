package io.lava4j.sandbox;

/** A port that was free a moment ago is not any more. */
final class PortTaken extends Exception {
    private static final long serialVersionUID = 1;

    PortTaken(String subject) {
        super(subject + " found its port taken");
    }
}
