package io.lava4j.connector.mysql.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four numbers of a load statement's info line.
 *
 * @param records rows read; a row that broke a CHECK is not among them
 * @param deleted rows that were replaced
 * @param skipped rows of the data that were left out
 * @param warnings warnings, also those that no longer fit in the server's list
 */
record LoadCounts(long records, long deleted, long skipped, long warnings) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Reads the line by position: its words are in the server's language. */
    static LoadCounts parse(String info) {
        Matcher numbers = NUMBER.matcher(info);
        return new LoadCounts(next(numbers, info), next(numbers, info), next(numbers, info), next(numbers, info));
    }

    private static long next(Matcher numbers, String info) {
        if (!numbers.find()) {
            throw new IllegalStateException("the server's answer to a load, '" + info + "', lacks a count");
        }
        return Long.parseLong(numbers.group());
    }
}
