package io.lava4j.sandbox.aurora;

/** The server behind answered a statement with an error. */
@SuppressWarnings("serial") // never serialized
final class BackendException extends Exception {
    private final Verdict.Refused error;

    BackendException(Verdict.Refused error) {
        super(error.message());
        this.error = error;
    }

    /** The error as the client would have seen it: a verdict that hands it on. */
    Verdict.Refused error() {
        return error;
    }
}
