package io.lava4j.connector.mysql.sql;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The separators of a data file as the bytes that stand in it; quote and escape may be empty. Valid together. */
public final class Separators {

    private final byte[] delimiter;
    private final byte[] quote;
    private final byte[] escape;
    private final byte[] terminator;

    private Separators(Format format, FileEncoding encoding) {
        delimiter = encoding.bytes("DELIMITER", format.delimiter());
        quote = encoding.bytes("QUOTE", format.quote());
        escape = encoding.bytes("ESCAPE", format.escape());
        terminator = encoding.bytes("TERMINATOR", format.terminator());
    }

    /** The separators of a format. */
    public static Separators of(Format format, FileEncoding encoding) {
        Separators separators = new Separators(format, encoding);
        separators.check();
        return separators;
    }

    /** Between two fields. */
    public byte[] delimiter() {
        return delimiter.clone();
    }

    /** Encloses a field: one byte, or none. */
    public byte[] quote() {
        return quote.clone();
    }

    /** Begins an escape sequence: one byte, or none. */
    public byte[] escape() {
        return escape.clone();
    }

    /** Ends a row. */
    public byte[] terminator() {
        return terminator.clone();
    }

    private void check() {
        require(quote.length <= 1, "QUOTE is more than one byte in the file's encoding; the server reads one alone");
        require(escape.length <= 1, "ESCAPE is more than one byte in the file's encoding; the server reads one alone");
        Map<String, byte[]> named = new LinkedHashMap<>();
        named.put("DELIMITER", delimiter);
        named.put("QUOTE", quote);
        named.put("ESCAPE", escape);
        named.put("TERMINATOR", terminator);
        named.forEach((one, first) -> named.forEach((other, second) -> checkApart(one, first, other, second)));
    }

    /**
     * Of bytes, as the server compares bytes: there are encodings in which two characters are one. ESCAPE may be the QUOTE: a
     * doubled quote is then the one escape sequence.
     */
    private static void checkApart(String one, byte[] first, String other, byte[] second) {
        boolean doubledQuote =
                one.equals("QUOTE") && other.equals("ESCAPE") || one.equals("ESCAPE") && other.equals("QUOTE");
        boolean begins = first.length > 0
                && first.length <= second.length
                && Arrays.equals(first, Arrays.copyOf(second, first.length));
        require(
                one.equals(other) || doubledQuote || !begins,
                one + " begins " + other + ": the server could not tell them apart; choose others");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ConfigurationException(otherwise);
        }
    }
}
