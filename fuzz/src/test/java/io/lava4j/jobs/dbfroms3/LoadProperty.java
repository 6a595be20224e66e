package io.lava4j.jobs.dbfroms3;

import io.lava4j.connector.mysql.aurora.AuroraS3LoadPath;
import io.lava4j.connector.mysql.sql.LocalLoad;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.Spec;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.InRegion;
import io.lava4j.fuzz.Property;
import io.lava4j.fuzz.Shape;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** From the texts of {@code args}, names, bucket and key to the two statements that load: each value is where it belongs. */
public final class LoadProperty implements Property {

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf8mb4",
            StandardCharsets.UTF_8,
            "latin1",
            Charset.forName("windows-1252"),
            "gbk",
            Charset.forName("GBK"),
            "sjis",
            Charset.forName("Shift_JIS"),
            "binary",
            StandardCharsets.ISO_8859_1);

    private final AtomicLong checked = new AtomicLong();

    @Override
    public void holds(Choices data) {
        LoadMeant meant = new LoadMeant(data, data.one(List.of("utf8mb4", "latin1", "gbk", "sjis", "binary")));
        LoadOptions options;
        try {
            options = Args.options(new Spec("job 'x'", Map.of("args", meant.args()), Path.of(""), pointer -> ""));
        } catch (InvalidSpecException refused) {
            return;
        }
        TableName table = new TableName(Hostile.name(data), Hostile.name(data));
        List<String> columns = Hostile.names(data, 3);
        StoredObject object = new StoredObject(Hostile.name(data), Hostile.name(data), 1, "etag");
        String region = data.one(List.of("us-east-1", "ap-southeast-2"));
        LoadRequest request = request(options, table, columns, object, region);
        try {
            String local = LocalLoad.statement(request, table.quoted());
            Charset charset = ENCODINGS.get(meant.encoding());
            meant.clauses(
                            before(new Shape().words("LOAD DATA LOCAL INFILE").string("lava4j"), options, "", table),
                            columns,
                            charset)
                    .check(local);
            Shape server = new Shape()
                    .words("LOAD DATA FROM S3 FILE")
                    .string("s3-" + region + "://" + object.bucket() + "/" + object.key());
            meant.clauses(before(server, options, "IGNORE", table), columns, charset)
                    .check(new AuroraS3LoadPath().statement(request, table.quoted(), object));
            checked.incrementAndGet();
        } catch (ConfigurationException refused) {
            // Separators that the encoding lacks, or that cannot be told apart in it.
        }
    }

    @Override
    public OptionalLong checked() {
        return OptionalLong.of(checked.get());
    }

    private static Shape before(Shape shape, LoadOptions options, String otherwise, TableName table) {
        String duplicates = options.duplicates() == Duplicates.FAIL
                ? otherwise
                : options.duplicates().name();
        return (duplicates.isEmpty() ? shape : shape.words(duplicates))
                .words("INTO TABLE")
                .table(table.schema(), table.table());
    }

    private static LoadRequest request(
            LoadOptions options, TableName table, List<String> columns, StoredObject object, String region) {
        List<String> specifications = new ArrayList<>();
        columns.forEach(column -> specifications.add("`" + column.replace("`", "``") + "` TEXT"));
        Format format = options.format();
        return new LoadRequest(
                "run",
                new LoadRequest.Target(table.schema(), table.table(), specifications, options.partitions()),
                new LoadRequest.Source(List.of(object), new InRegion(region)),
                format,
                new LoadRequest.Rules(Mode.APPEND, options.duplicates(), OptionalLong.empty(), true),
                LoadRequest.Path.AUTO,
                OptionalInt.of(1));
    }
}
