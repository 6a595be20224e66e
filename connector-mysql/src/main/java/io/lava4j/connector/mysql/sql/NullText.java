package io.lava4j.connector.mysql.sql;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Loads fields that equal a text, byte by byte, as NULL. Fields pass through user variables, and those switch the server's
 * own check for missing fields off: so the last one looks for itself.
 */
final class NullText {

    private final String marker;
    private final List<String> columns;

    /**
     * Makes it.
     *
     * @param text the text's bytes in the file
     * @param columns where the fields go, all of them
     */
    NullText(byte[] text, List<String> columns) {
        this.marker = "X'" + HexFormat.of().withUpperCase().formatHex(text) + "'";
        this.columns = columns;
    }

    /** The column list and the SET clause. */
    String render() {
        String variables =
                IntStream.range(0, columns.size()).mapToObj(NullText::variable).collect(Collectors.joining(", "));
        String values = IntStream.range(0, columns.size())
                .mapToObj(field -> SqlText.identifier(columns.get(field)) + " = " + value(field))
                .collect(Collectors.joining(", "));
        return " (" + variables + ") SET " + values;
    }

    private String value(int field) {
        String variable = variable(field);
        String value = "IF(CAST(" + variable + " AS BINARY) = " + marker + ", NULL, " + variable + ")";
        return field < columns.size() - 1
                ? value
                : "IF(" + variable + " IS NULL, CAST(CONCAT(" + variable(0) + ", ' lacks fields') AS SIGNED), " + value
                        + ")";
    }

    private static String variable(int field) {
        return "@field" + (field + 1);
    }
}
