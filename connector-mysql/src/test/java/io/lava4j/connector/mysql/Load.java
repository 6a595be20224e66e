package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.load.LoadSettings;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** A load as a test words it. */
final class Load {

    final LentContext context;
    final Map<String, Object> spec = new HashMap<>();
    /** What a run has told, its statements aside. */
    final List<String> events = new ArrayList<>();

    final List<String> statements = new ArrayList<>();
    LoadSettings settings = LoadSettings.DEFAULT;
    String schema;
    String table;
    Mode mode = Mode.APPEND;
    Duplicates duplicates = Duplicates.FAIL;
    LoadRequest.Path path = LoadRequest.Path.AUTO;
    Compression compression = Compression.NONE;
    Optional<String> nullText = Optional.empty();
    OptionalLong maxWarnings = OptionalLong.empty();
    boolean atomic = true;
    String runId = UUID.randomUUID().toString();
    OptionalInt parallel = OptionalInt.of(1);
    List<String> columns = List.of();
    List<String> partitions = List.of();
    String delimiter = ",";
    String quote = "";
    String escape = "\\";
    String terminator = "\n";
    String encoding = "utf8mb4";
    int headerLines;

    private final MemoryObjects objects = new MemoryObjects();

    private Load(LentContext context, String host, int port, String database, String table) {
        this.context = context;
        this.schema = database;
        this.table = table;
        spec.put("type", "mysql");
        spec.put("host", host);
        spec.put("port", port);
        spec.put("database", database);
        spec.put("user", context.credentials().user());
    }

    static Load into(Database database, String table) {
        return by(database.user(), database.password(), database, table);
    }

    static Load by(String user, String password, Database database, String table) {
        LentContext context = new LentContext(user, password);
        return new Load(context, database.host(), database.port(), database.name(), table);
    }

    static Load asRoot(DatabaseServer server, String database) {
        LentContext context = new LentContext(server.rootUser(), server.rootPassword());
        return new Load(context, server.host(), server.port(), database, "t");
    }

    Load of(String... texts) {
        return in(StandardCharsets.UTF_8, texts);
    }

    Load in(Charset charset, String... texts) {
        for (String text : texts) {
            objects.add("part-" + objects.all().size(), text.getBytes(charset));
        }
        return this;
    }

    Load of(byte[] bytes) {
        objects.add("part-" + objects.all().size(), bytes);
        return this;
    }

    Load of(InputStream stream, long size) {
        objects.add("part-" + objects.all().size(), size, () -> stream);
        return this;
    }

    Load of(Held data) {
        objects.add("part-" + objects.all().size(), data.size(), data::open);
        return this;
    }

    Load of(Meanwhile data) {
        try {
            return of(data, data.available());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Load parallel(int connections) {
        parallel = OptionalInt.of(connections);
        return this;
    }

    Load mode(Mode chosen) {
        mode = chosen;
        return this;
    }

    Load notAtomic() {
        atomic = false;
        return this;
    }

    Load duplicates(Duplicates chosen) {
        duplicates = chosen;
        return this;
    }

    Load columns(String... specifications) {
        columns = List.of(specifications);
        return this;
    }

    Load delimiter(String text) {
        delimiter = text;
        return this;
    }

    Load quote(String text) {
        quote = text;
        return this;
    }

    Load escape(String text) {
        escape = text;
        return this;
    }

    Load terminator(String text) {
        terminator = text;
        return this;
    }

    Load encoding(String name) {
        encoding = name;
        return this;
    }

    Load headerLines(int lines) {
        headerLines = lines;
        return this;
    }

    Load with(String field, Object value) {
        spec.put(field, value);
        return this;
    }

    Report run() {
        try (Prepared prepared = prepare()) {
            return run(prepared);
        }
    }

    /** Runs what was prepared earlier. */
    Report run(Prepared prepared) {
        return prepared.run(new Listener() {
            @Override
            public void event(String sentence) {
                boolean sql = sentence.startsWith("statement: ");
                (sql ? statements : events).add(sql ? sentence.substring(11) : sentence);
            }
        });
    }

    Plan plan() {
        try (Prepared prepared = prepare()) {
            return prepared.plan();
        }
    }

    /** The message of the error that the load ends with. */
    String failure(Class<? extends LavaException> kind) {
        return assertThrows(kind, this::run).getMessage();
    }

    Prepared prepare() {
        return connection().prepare(request());
    }

    MySqlConnection connection() {
        return MySqlConnection.of(connectionSpec(), context, settings);
    }

    Spec connectionSpec() {
        return new Spec("connection 'test'", spec, Path.of("").toAbsolutePath(), pointer -> "");
    }

    private LoadRequest request() {
        return new LoadRequest(
                runId,
                new Target(schema, table, columns, partitions),
                new Source(objects.all(), objects),
                new Format(delimiter, quote, false, escape, terminator, headerLines, encoding, compression, nullText),
                new Rules(mode, duplicates, maxWarnings, atomic),
                path,
                parallel);
    }
}
