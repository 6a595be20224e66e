package com.example.lava.sqlite;

import io.lava4j.core.spi.LoadRequest.Format;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of fields: a backslash escapes a character, {@code \N} alone is NULL, {@code \n} and {@code \t} are as in C. */
final class Fields {

    private final Reader reader;
    private final char delimiter;
    private final Format format;

    Fields(Reader reader, Format format) {
        this.reader = reader;
        this.delimiter = format.delimiter().charAt(0);
        this.format = format;
    }

    /** The next row, its NULL fields null; without fields at the end of the data. */
    String[] next() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean isNull = false;
        boolean any = false;
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            any = true;
            if (next == '\n') {
                break;
            } else if (next == delimiter) {
                fields.add(isNull ? null : value(text));
                text.setLength(0);
                isNull = false;
            } else if (next == '\\') {
                int escaped = reader.read();
                isNull = escaped == 'N' && text.length() == 0;
                text.append(unescaped(escaped));
            } else {
                isNull = false;
                text.append((char) next);
            }
        }
        if (any) {
            fields.add(isNull ? null : value(text));
        }
        return fields.toArray(String[]::new);
    }

    private String value(StringBuilder text) {
        String value = text.toString();
        return format.nullText().filter(value::equals).isPresent() ? null : value;
    }

    private static String unescaped(int escaped) {
        return switch (escaped) {
            case -1 -> "";
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> String.valueOf((char) escaped);
        };
    }
}
