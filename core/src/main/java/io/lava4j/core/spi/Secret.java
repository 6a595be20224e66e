package io.lava4j.core.spi;

/**
 * A password, a token, or a document that holds one.
 *
 * <p>It prints as {@code ***}, is equal only to itself, and cannot be serialized. {@link #reveal()} is the one way to
 * the value: easy to search for.
 */
public final class Secret {

    private final String value;

    /**
     * Wraps a value.
     *
     * @param value the secret text; may be empty
     */
    public Secret(String value) {
        this.value = java.util.Objects.requireNonNull(value, "value");
    }

    /**
     * The value itself: for the call that needs it, never for a message, a log or a field.
     *
     * @return the secret text
     */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
