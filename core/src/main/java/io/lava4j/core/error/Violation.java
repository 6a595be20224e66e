package io.lava4j.core.error;

/**
 * One fault of a spec.
 *
 * @param place where it stands, such as {@code connections/dwh.yaml:4:9} (line and column from 1); empty when unknown
 * @param pointer JSON Pointer (RFC 6901) of the field; empty for the whole spec
 * @param message the offending value, unless the field is secret, and what was expected
 */
public record Violation(String place, String pointer, String message) {

    @Override
    public String toString() {
        String where = place.isEmpty() ? "" : place + ": ";
        return where + (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
