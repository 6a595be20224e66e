package io.lava4j.sandbox;

import java.util.List;

/** A sandbox cannot do what it was asked; the message says what to do about it. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SandboxException(String message) {
        super(message);
    }

    SandboxException(String message, Throwable cause) {
        super(message, cause);
    }

    static SandboxException withLog(String message, List<String> lastLines) {
        return new SandboxException(message + "; the last lines of its log:\n  " + String.join("\n  ", lastLines));
    }
}
