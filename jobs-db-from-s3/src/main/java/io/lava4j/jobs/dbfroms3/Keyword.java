package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.NearMiss;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.jobs.dbfroms3.LoadOptions.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keywords of {@code args}, each with the way its operands are read. */
enum Keyword {
    FILE((operands, draft) -> draft.selection = Selection.FILE),
    PREFIX((operands, draft) -> draft.selection = Selection.PREFIX),
    MANIFEST((operands, draft) -> draft.selection = Selection.MANIFEST),
    IGNORE((operands, draft) -> draft.duplicates = Duplicates.IGNORE),
    REPLACE((operands, draft) -> draft.duplicates = Duplicates.REPLACE),
    PARTITION((operands, draft) -> draft.partitions = operands.names()),
    DELIMITER((operands, draft) -> draft.delimiter = operands.filledLiteral()),
    QUOTE((operands, draft) -> {
        draft.quoteOptional = operands.takes("OPTIONAL");
        draft.quote = operands.character();
    }),
    ESCAPE((operands, draft) -> draft.escape = operands.character()),
    TERMINATOR((operands, draft) -> draft.terminator =
            operands.takes("DOS") ? "\r\n" : operands.takes("UNIX") ? "\n" : operands.filledLiteral("DOS, UNIX or ")),
    HEADER((operands, draft) -> draft.headerLines = operands.count().orElse(1)),
    ENCODING((operands, draft) -> draft.encoding = Encoding.named(operands.word("the name of a character set"))),
    GZIP((operands, draft) -> draft.compression = Compression.GZIP),
    ZSTD((operands, draft) -> draft.compression = Compression.ZSTD),
    NULL((operands, draft) -> draft.nullText = Optional.of(operands.literal()));

    /** Keywords of which one at most may stand in a job. */
    static final List<List<Keyword>> ALTERNATIVES =
            List.of(List.of(FILE, PREFIX, MANIFEST), List.of(IGNORE, REPLACE), List.of(GZIP, ZSTD));

    private final Reading reading;

    Keyword(Reading reading) {
        this.reading = reading;
    }

    static Keyword named(String word) throws Fault {
        String name = word.toUpperCase(Locale.ROOT);
        for (Keyword keyword : values()) {
            if (keyword.name().equals(name)) {
                return keyword;
            }
        }
        throw new Fault("'" + word + "' is not a load option, "
                + NearMiss.of(name, names())
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("expected one of " + String.join(", ", names())));
    }

    /** Reads all of the operands into the draft, or throws. */
    void read(Operands operands, Draft draft) throws Fault {
        reading.read(operands, draft);
        operands.end();
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Keyword::name).toList();
    }

    /** Takes what belongs to a keyword from its operands. */
    private interface Reading {
        void read(Operands operands, Draft draft) throws Fault;
    }
}
