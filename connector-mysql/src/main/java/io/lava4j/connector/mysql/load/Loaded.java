package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.LoadTarget.Report;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * What the server says about one load statement.
 *
 * @param counts the numbers of its info line
 * @param listed warnings about the data, as far as the server lists them
 * @param aboutStatement how many warnings were about the statement itself
 * @param scannedRows rows that we have seen pass by; empty when nobody looked
 */
record Loaded(LoadCounts counts, List<ServerWarning> listed, long aboutStatement, OptionalLong scannedRows) {

    Loaded {
        listed = List.copyOf(listed);
    }

    static Loaded of(LoadCounts counts, List<ServerWarning> warnings) {
        List<ServerWarning> aboutData =
                warnings.stream().filter(ServerWarning::isAboutData).toList();
        return new Loaded(counts, aboutData, warnings.size() - aboutData.size(), OptionalLong.empty());
    }

    Loaded scanned(long rows) {
        return new Loaded(counts, listed, aboutStatement, OptionalLong.of(rows));
    }

    /** The same about rows that are known by other numbers. */
    Loaded withRows(LongUnaryOperator number) {
        List<ServerWarning> named =
                listed.stream().map(warning -> warning.withRow(number)).toList();
        return new Loaded(counts, named, aboutStatement, scannedRows);
    }

    /** The sum of what was loaded before and this. */
    Report addedTo(Report before) {
        return new Report(
                before.rows() + rows(),
                before.skipped() + skipped(),
                before.deleted() + counts.deleted(),
                before.warnings() + warnings());
    }

    /** Warnings about the data. */
    long warnings() {
        return counts.warnings() - aboutStatement;
    }

    /** Rows of the data that are not in the table. */
    long skipped() {
        return counts.skipped() + vanished();
    }

    /** Rows in the table. */
    long rows() {
        return counts.records() - counts.skipped();
    }

    /** Rows that passed by and that the server does not even count, such as those that broke a CHECK. */
    long vanished() {
        return scannedRows.isPresent() ? scannedRows.getAsLong() - counts.records() : 0;
    }
}
