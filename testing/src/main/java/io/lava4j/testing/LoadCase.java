package io.lava4j.testing;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** A request as a contract words it: by default the plainest, which every load target can load. */
final class LoadCase {

    static final List<String> COLUMNS = List.of("id INTEGER PRIMARY KEY", "name VARCHAR(40)");

    final LoadObjects objects = new LoadObjects();
    Mode mode = Mode.APPEND;
    Duplicates duplicates = Duplicates.FAIL;
    LoadRequest.Path path = LoadRequest.Path.AUTO;
    Compression compression = Compression.NONE;
    Optional<String> nullText = Optional.empty();
    OptionalLong maxWarnings = OptionalLong.empty();
    List<String> columns = List.of();
    List<String> partitions = List.of();
    String delimiter = ",";
    String quote = "";
    String escape = "\\";
    String terminator = "\n";
    String encoding = "utf8mb4";
    int headerLines;
    OptionalInt parallel = OptionalInt.of(1);

    static LoadCase of(String... texts) {
        LoadCase made = new LoadCase();
        for (String text : texts) {
            made.objects.add("part-" + made.objects.all().size(), text);
        }
        return made;
    }

    LoadCase mode(Mode chosen) {
        mode = chosen;
        return this;
    }

    long bytes() {
        return objects.all().stream().mapToLong(StoredObject::size).sum();
    }

    LoadRequest into(String schema, String table) {
        return new LoadRequest(
                UUID.randomUUID().toString(),
                new Target(schema, table, columns, partitions),
                new Source(objects.all(), objects),
                new Format(delimiter, quote, false, escape, terminator, headerLines, encoding, compression, nullText),
                new Rules(mode, duplicates, maxWarnings, true),
                path,
                parallel);
    }
}
