package io.lava4j.connector.mysql.stream;

import com.mysql.cj.jdbc.JdbcStatement;
import io.lava4j.connector.mysql.sql.LoadClauses;
import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A file made of little but separators, and how it is written. */
record RandomFile(Format format, int fields, List<String> columns, byte[] data) {

    /** Characters whose last byte is a backslash, a pipe or a letter where it can be. */
    static final List<Encoding> ENCODINGS = List.of(
            new Encoding("utf8mb4", "UTF-8", "é表"),
            new Encoding("latin1", "windows-1252", "é§"),
            new Encoding("sjis", "Shift_JIS", "表ポア"),
            new Encoding("cp932", "windows-31j", "表ソ"),
            new Encoding("gbk", "GBK", "誠骪"),
            new Encoding("big5", "Big5", "功許"),
            new Encoding("euckr", "EUC-KR", "가힣"),
            new Encoding("ujis", "EUC-JP", "表丂"),
            new Encoding("eucjpms", "EUC-JP", "表丂"),
            new Encoding("gb2312", "GB2312", "表啊"),
            new Encoding("gb18030", "GB18030", "誠€\uD83D\uDE00"));

    /** MariaDB has no gb18030. */
    static final List<Encoding> OF_MARIADB = ENCODINGS.subList(0, ENCODINGS.size() - 1);

    record Encoding(String name, String charset, String characters) {}

    static RandomFile random(Random random, Encoding encoding) {
        String quote = pick(random, "\"", "\"", "\"", "'", "|", "");
        String delimiter = quote.equals("|") ? "," : pick(random, ",", ",", "|", "||", ",\"", "x,");
        String escape = pick(random, "\\", "\\", quote, "", "!");
        String terminator = pick(random, "\n", "\n", "\r\n", "\n\n", "A", "#|\n", ";\"");
        Format format = new Format(
                delimiter,
                quote,
                random.nextBoolean(),
                escape,
                terminator,
                random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0,
                encoding.name(),
                Compression.NONE,
                Optional.empty());
        List<String> pieces = List.of(
                "a",
                "b,",
                quote.isEmpty() ? "B" : quote,
                quote.isEmpty() ? "C" : quote,
                escape.isEmpty() ? "A" : escape,
                delimiter,
                delimiter,
                terminator,
                terminator,
                "\n",
                "\r",
                "|",
                quote + delimiter + quote,
                quote + terminator,
                terminator + quote,
                escape + terminator,
                encoding.characters(),
                encoding.characters().substring(0, 1));
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(60)).forEach(i -> text.append(pieces.get(random.nextInt(pieces.size()))));
        boolean terminated = text.length() == 0 || text.toString().endsWith(terminator) || random.nextInt(3) == 0;
        byte[] data = (text + (terminated ? "" : terminator)).getBytes(Charset.forName(encoding.charset()));
        int fields = 1 + random.nextInt(3);
        List<String> columns =
                random.nextBoolean() ? List.of() : List.of("c", "b", "a").subList(3 - fields, 3);
        return new RandomFile(format, fields, columns, data);
    }

    long recordsRead(Connection connection, String schema, byte[] bytes) throws SQLException {
        try (JdbcStatement statement = connection.createStatement().unwrap(JdbcStatement.class)) {
            statement.setLocalInfileInputStream(new ByteArrayInputStream(bytes));
            statement.executeUpdate(LocalLoad.statement(request(), "`" + schema + "`.t" + fields));
            return Long.parseLong(
                    statement.getResultSetInternal().getServerInfo().split("\\s+")[1]);
        }
    }

    /** In pieces of random size, as a network gives them. */
    long rowsScanned(Random random, ServerReader reader) {
        RowScanner scanner = new RowScanner(rows(reader));
        int from = 0;
        while (from < data.length) {
            int length = Math.min(data.length - from, 1 + random.nextInt(9));
            scanner.feed(data, from, length);
            from += length;
        }
        scanner.finish();
        return scanner.rows();
    }

    /** Its parts when it is cut wherever it can be: whatever the size of a block, its ends are among theirs. */
    List<byte[]> cutEverywhere(ServerReader reader) {
        SortedSet<Integer> ends = new TreeSet<>();
        int start = 0;
        for (int size = 1; size <= data.length + 20; size++) {
            List<RowBlock> blocks = blocks(reader, size);
            int end = completed(reader).orElseThrow().length
                    - blocks.stream().mapToInt(each -> each.to() - each.from()).sum();
            start = end;
            for (RowBlock block : blocks) {
                end += block.to() - block.from();
                if (block.endsRow()) {
                    ends.add(end);
                }
            }
        }
        List<byte[]> parts = new ArrayList<>();
        for (int end : ends) {
            parts.add(Arrays.copyOfRange(completed(reader).orElseThrow(), start, end));
            start = end;
        }
        return parts;
    }

    List<RowBlock> blocks(ServerReader reader, int size) {
        RowFormat rows = rows(reader);
        TerminatedStream terminated = new TerminatedStream(new ByteArrayInputStream(data), rows.terminator());
        try (RowBlocks blocks = new RowBlocks(() -> new ScannedStream(terminated, "o", rows), size)) {
            List<RowBlock> all = new ArrayList<>();
            for (Optional<RowBlock> each = blocks.next(); each.isPresent(); each = blocks.next()) {
                all.add(each.get());
            }
            return all;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    RowFormat rows(ServerReader reader) {
        return RowFormat.of(LoadClauses.of(request()), fields, reader);
    }

    RandomFile withoutHeader() {
        return new RandomFile(LoadClauses.of(request()).withoutHeader().format(), fields, columns, data);
    }

    /** What is handed to the server; nothing where that is refused, or not known to be past the header. */
    Optional<byte[]> completed(ServerReader reader) {
        RowFormat rows = rows(reader);
        TerminatedStream terminated = new TerminatedStream(new ByteArrayInputStream(data), rows.terminator());
        try (ScannedStream scanned = new ScannedStream(terminated, "o", rows)) {
            byte[] bytes = scanned.readAllBytes();
            return scanned.rows() > 0 && endsClearly() ? Optional.of(bytes) : Optional.empty();
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** Two of three line ends are one, and the third begins a row; a terminator that holds escapes is never clear. */
    private boolean endsClearly() {
        return !format.terminator().equals("\n\n")
                && (format.escape().isEmpty() || !format.terminator().contains(format.escape()));
    }

    byte[] withOneRowMore(byte[] bytes) {
        byte[] row = ("Z" + format.terminator()).getBytes(StandardCharsets.US_ASCII);
        byte[] more = Arrays.copyOf(bytes, bytes.length + row.length);
        System.arraycopy(row, 0, more, bytes.length, row.length);
        return more;
    }

    private LoadRequest request() {
        return new LoadRequest(
                "run",
                new Target("s", "t", columns, List.of()),
                new Source(List.of(), (ObjectStore) null),
                format,
                new Rules(Mode.APPEND, Duplicates.IGNORE, OptionalLong.empty(), true),
                LoadRequest.Path.CLIENT,
                OptionalInt.of(1));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Override
    public String toString() {
        return format + ", " + columns + ", " + fields + " fields: "
                + HexFormat.of().formatHex(data);
    }
}
