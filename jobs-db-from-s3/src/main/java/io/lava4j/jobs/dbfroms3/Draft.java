package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.jobs.dbfroms3.LoadOptions.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Load options while args are read: the defaults, overwritten by each keyword that is there. */
final class Draft {

    Selection selection = Selection.FILE;
    Duplicates duplicates = Duplicates.FAIL;
    List<String> partitions = List.of();
    String delimiter = "\t";
    String quote = "";
    boolean quoteOptional;
    String escape = "\\";
    String terminator = "\n";
    int headerLines;
    String encoding = "utf8mb4";
    Compression compression = Compression.NONE;
    Optional<String> nullText = Optional.empty();

    LoadOptions finished() {
        return new LoadOptions(
                selection,
                duplicates,
                List.copyOf(partitions),
                new Format(
                        delimiter,
                        quote,
                        quoteOptional,
                        escape,
                        terminator,
                        headerLines,
                        encoding,
                        compression,
                        nullText));
    }

    Map<Keyword, String> separators() {
        return Map.of(
                Keyword.DELIMITER, delimiter,
                Keyword.QUOTE, quote,
                Keyword.ESCAPE, escape,
                Keyword.TERMINATOR, terminator);
    }
}
