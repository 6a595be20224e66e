package io.lava4j.connector.mysql.sql;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between the table and the end of a load statement.
 *
 * @param format how the data is written
 * @param encoding its character set
 * @param separators its separators in that character set
 * @param columns the columns that the data holds; empty for those of the table
 */
public record LoadClauses(Format format, FileEncoding encoding, Separators separators, List<String> columns) {

    /** Copies the list. */
    public LoadClauses {
        columns = List.copyOf(columns);
    }

    /** The clauses of a request. */
    public static LoadClauses of(LoadRequest request) {
        FileEncoding encoding = FileEncoding.of(request.format().encoding());
        return new LoadClauses(
                request.format(),
                encoding,
                Separators.of(request.format(), encoding),
                ColumnSpecification.names(request.target().columns()));
    }

    /** The clauses as SQL. All separators are always written: defaults differ between servers and modes. */
    public String render() {
        return "CHARACTER SET " + encoding.name()
                + " FIELDS TERMINATED BY " + encoding.literal(separators.delimiter())
                + (format.quoteOptional() ? " OPTIONALLY" : "") + " ENCLOSED BY " + encoding.literal(separators.quote())
                + " ESCAPED BY " + encoding.literal(separators.escape())
                + " LINES TERMINATED BY " + encoding.literal(separators.terminator())
                + (format.headerLines() > 0 ? " IGNORE " + format.headerLines() + " LINES" : "")
                + (columns.isEmpty() ? "" : columnList());
    }

    private String columnList() {
        return columns.stream().map(SqlText::identifier).collect(Collectors.joining(", ", " (", ")"));
    }
}
