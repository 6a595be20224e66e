package io.lava4j.connector.mysql.load;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A warning of the server, or an error.
 *
 * @param code its number; 0 when the server had no say
 * @param message its text in English
 */
record ServerWarning(int code, String message) {

    /** Deprecated names and non-ASCII separators: of the statement, whatever the data. */
    private static final Set<Integer> ABOUT_THE_STATEMENT = Set.of(1287, 1638, 1681, 3719, 3778);

    private static final String CONNECTION_LOST = "08";

    private static final Pattern ROW = Pattern.compile("\\bat row ([0-9]+)$|^Row ([0-9]+) ");

    /** What an exception of the driver says. */
    static ServerWarning of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_LOST)
                ? new ServerWarning(0, "the connection to the server was lost")
                : new ServerWarning(failure.getErrorCode(), failure.getMessage());
    }

    /** Whether the server has said it; else it is what the driver noticed by itself. */
    boolean isOfServer() {
        return code != 0;
    }

    boolean isAboutData() {
        return !ABOUT_THE_STATEMENT.contains(code);
    }

    /** The row that it is about, from 1, header lines left out; not all warnings name one. */
    OptionalLong row() {
        Matcher row = ROW.matcher(message);
        if (!row.find()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(row.group(1) == null ? row.group(2) : row.group(1)));
    }

    @Override
    public String toString() {
        return code == 0 ? message : message + " (error " + code + ")";
    }

    /** What it says, with the row as a person finds it in the file. */
    String describe(int headerLines) {
        OptionalLong row = row();
        if (row.isEmpty()) {
            return toString();
        }
        String line = headerLines == 0 ? "" : " (line " + (row.getAsLong() + headerLines) + " with the header)";
        return "row " + row.getAsLong() + line + ": " + this;
    }
}
