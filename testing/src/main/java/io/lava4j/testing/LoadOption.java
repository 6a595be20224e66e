package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadTarget.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** What a job may ask beyond the plain; the table holds the row {@code 9,old} before. A target has it, or refuses it. */
enum LoadOption {
    HEADER("header", "id,name\n1,one\n", List.of("1,one", "9,old"), load -> load.headerLines = 1),
    DELIMITER("delimiter|\\|", "1|a,b\n", List.of("1,a,b", "9,old"), load -> load.delimiter = "|"),
    QUOTE("quote", "1,\"a,b\"\n", List.of("1,a,b", "9,old"), load -> load.quote = "\""),
    ESCAPE("escape", "1,a\\,b\n", List.of("1,a,b", "9,old"), load -> {}),
    ESCAPE_OTHER("escape", "1,a^,^^b\\c\n", List.of("1,a,^b\\c", "9,old"), load -> load.escape = "^"),
    NO_ESCAPE("escape", "1,a\\b\n", List.of("1,a\\b", "9,old"), load -> load.escape = ""),
    TERMINATOR(
            "terminator", "1,one\r\n2,two\r\n", List.of("1,one", "2,two", "9,old"), load -> load.terminator = "\r\n"),
    ENCODING(
            "encoding|latin1",
            "1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
            List.of("1,caf\u00e9", "9,old"),
            load -> load.encoding = "latin1"),
    GZIP("gzip|compress", gzipped("1,one\n"), List.of("1,one", "9,old"), load -> load.compression = Compression.GZIP),
    ZSTD("zstd|compress", zstd("1,zstd\n"), List.of("1,zstd", "9,old"), load -> load.compression = Compression.ZSTD),
    NULL("null", "1,~\n", List.of("1,null", "9,old"), load -> load.nullText = Optional.of("~")),
    COLUMNS(
            "column",
            "one,1\n",
            List.of("1,one", "9,old"),
            load -> load.columns = List.of("name VARCHAR(40)", "id INTEGER")),
    /** No table of ours has partitions: who does not refuse it has not read it. */
    PARTITIONS("partition", "1,one\n", List.of(), load -> load.partitions = List.of("p0")),
    DUPLICATES_IGNORE(
            "ignore|duplicate",
            "9,new\n1,one\n",
            List.of("1,one", "9,old"),
            load -> load.duplicates = Duplicates.IGNORE),
    DUPLICATES_REPLACE(
            "replace|duplicate",
            "9,new\n1,one\n",
            List.of("1,one", "9,new"),
            load -> load.duplicates = Duplicates.REPLACE),
    /** The row that does not fit is adjusted or left out, as the store has it, and counted. */
    MAX_WARNINGS(
            "max_warnings",
            "1,one\nnot a number,adjusted\n",
            List.of("1,one", "9,old"),
            load -> load.maxWarnings = OptionalLong.of(1)),
    PARALLEL("parallel", "1,one\n", List.of("1,one", "9,old"), load -> load.parallel = OptionalInt.of(4)),
    PATH_CLIENT("client", "1,one\n", List.of("1,one", "9,old"), load -> load.path = LoadRequest.Path.CLIENT),
    PATH_SERVER("server", "1,one\n", List.of("1,one", "9,old"), load -> load.path = LoadRequest.Path.SERVER);

    private final Pattern name;
    private final byte[] data;
    private final List<String> rows;
    private final Consumer<LoadCase> option;

    LoadOption(String name, String data, List<String> rows, Consumer<LoadCase> option) {
        this(name, data.getBytes(StandardCharsets.UTF_8), rows, option);
    }

    LoadOption(String name, byte[] data, List<String> rows, Consumer<LoadCase> option) {
        this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE);
        this.data = data;
        this.rows = rows;
        this.option = option;
    }

    LoadCase load() {
        LoadCase load = new LoadCase();
        load.objects.add("part-0", data);
        option.accept(load);
        return load;
    }

    boolean isNamedIn(String message) {
        return name.matcher(message).find();
    }

    /** What the table holds after a load that has the option, but for adjusted rows. */
    List<String> rows() {
        return rows;
    }

    List<String> withoutAdjusted(List<String> found) {
        return found.stream().filter(row -> !row.endsWith(",adjusted")).toList();
    }

    void assertCounted(Report report) {
        if (this == MAX_WARNINGS) {
            assertTrue(report.skipped() + report.warnings() > 0, () -> "the row that does not fit is not in " + report);
        }
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A frame of one raw block (RFC 8878): magic number, a single segment, its size, the block's header, the text. */
    private static byte[] zstd(String text) {
        String size = "%02x".formatted(text.length());
        String block = "%02x0000".formatted(text.length() << 3 | 1);
        String content = HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().parseHex("28b52ffd20" + size + block + content);
    }
}
