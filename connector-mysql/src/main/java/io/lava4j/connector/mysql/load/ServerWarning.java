package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.ServerFaults;
import io.lava4j.connector.mysql.session.ServerText;
import io.lava4j.core.spi.LoadRequest.Format;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;
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

    private static final Set<Integer> LOCAL_DATA_IS_OFF = Set.of(1148, 3948, 4166);

    /** A lock that another session has had for too long, and a deadlock. */
    private static final Set<Integer> IN_THE_WAY = Set.of(1205, 1213);

    private static final Set<Integer> REFERRED_TO = Set.of(3730, 1451);

    private static final String CONNECTION_LOST = "08";

    private static final Pattern ROW = Pattern.compile("\\bat row ([0-9]+)$|^Row ([0-9]+) ");

    /** What an exception of the driver says. */
    static ServerWarning of(SQLException failure) {
        if (ServerFaults.isAskedForFile(failure)) {
            return new ServerWarning(0, "the server " + ServerFaults.ASKS_FOR_FILE);
        }
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_LOST)
                ? new ServerWarning(0, "the connection to the server was lost")
                : new ServerWarning(failure.getErrorCode(), ServerText.of(failure.getMessage()));
    }

    /** Whether the server has said it; else it is what the driver noticed by itself. */
    boolean isOfServer() {
        return code != 0;
    }

    /** Whether the server takes no local data from anybody. */
    boolean refusesLocalData() {
        return LOCAL_DATA_IS_OFF.contains(code);
    }

    /** Whether a foreign key of another table refers to the one that is to go. */
    boolean saysReferredTo() {
        return REFERRED_TO.contains(code);
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

    /** The same about a row of which the server knows another number. */
    ServerWarning withRow(LongUnaryOperator number) {
        Matcher row = ROW.matcher(message);
        if (!row.find()) {
            return this;
        }
        int group = row.group(1) == null ? 2 : 1;
        long told = number.applyAsLong(Long.parseLong(row.group(group)));
        return new ServerWarning(
                code, message.substring(0, row.start(group)) + told + message.substring(row.end(group)));
    }

    /** Whether it has given way to another session. */
    boolean saysOtherInTheWay() {
        return IN_THE_WAY.contains(code);
    }

    @Override
    public String toString() {
        return code == 0 ? message : message + " (error " + code + ")";
    }

    /** What it says, with the row as a person finds it in the file. */
    String describe(Format format) {
        OptionalLong row = row();
        return row.isEmpty() ? toString() : "row " + row.getAsLong() + line(row.getAsLong(), format) + ": " + this;
    }

    /** Where quotes may hold terminators, rows are not lines. */
    private static String line(long row, Format format) {
        if (format.headerLines() == 0) {
            return "";
        }
        return format.quote().isEmpty()
                ? " (line " + (row + format.headerLines()) + " with the header)"
                : " (the header not counted)";
    }
}
