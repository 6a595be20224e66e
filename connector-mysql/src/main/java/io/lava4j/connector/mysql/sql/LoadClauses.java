package io.lava4j.connector.mysql.sql;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Format;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between the table and the end of a load statement.
 *
 * @param partitions the partitions that rows must fall into; empty for any
 * @param format how the data is written
 * @param encoding its character set
 * @param separators its separators in that character set
 * @param columns the columns that the data holds; empty for those of the table
 */
public record LoadClauses(
        List<String> partitions, Format format, FileEncoding encoding, Separators separators, List<String> columns) {

    /** Copies the lists. */
    public LoadClauses {
        partitions = List.copyOf(partitions);
        columns = List.copyOf(columns);
    }

    /** The clauses of a request. */
    public static LoadClauses of(LoadRequest request) {
        FileEncoding encoding = FileEncoding.of(request.format().encoding());
        return new LoadClauses(
                request.target().partitions(),
                request.format(),
                encoding,
                Separators.of(request.format(), encoding),
                ColumnSpecification.names(request.target().columns()));
    }

    /** The same for what follows the header lines. */
    public LoadClauses withoutHeader() {
        Format rest = new Format(
                format.delimiter(),
                format.quote(),
                format.quoteOptional(),
                format.escape(),
                format.terminator(),
                0,
                format.encoding(),
                format.compression(),
                format.nullText());
        return new LoadClauses(partitions, rest, encoding, separators, columns);
    }

    /** The clauses as SQL. All separators are always written: defaults differ between servers and modes. */
    public String render() {
        return (partitions.isEmpty() ? "" : "PARTITION" + list(partitions) + " ")
                + "CHARACTER SET " + encoding.name()
                + " FIELDS TERMINATED BY " + encoding.literal(separators.delimiter())
                + (format.quoteOptional() ? " OPTIONALLY" : "") + " ENCLOSED BY " + encoding.literal(separators.quote())
                + " ESCAPED BY " + encoding.literal(separators.escape())
                + " LINES TERMINATED BY " + encoding.literal(separators.terminator())
                + (format.headerLines() > 0 ? " IGNORE " + format.headerLines() + " LINES" : "")
                + columnList();
    }

    private String columnList() {
        if (columns.isEmpty()) {
            return "";
        }
        return format.nullText()
                .map(text -> new NullText(encoding.bytes("NULL", text), columns).render())
                .orElseGet(() -> list(columns));
    }

    private static String list(List<String> names) {
        return names.stream().map(SqlText::identifier).collect(Collectors.joining(", ", " (", ")"));
    }
}
