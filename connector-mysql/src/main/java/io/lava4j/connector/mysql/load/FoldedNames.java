package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.ColumnSpecification;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Target;
import java.util.Locale;

/** Names in lower case, as a connection without {@code preserve_case} wants them. */
final class FoldedNames {

    private FoldedNames() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static LoadRequest of(LoadRequest request) {
        Target target = request.target();
        Target folded = new Target(
                of(target.schema()),
                of(target.table()),
                target.columns().stream().map(ColumnSpecification::folded).toList(),
                target.partitions());
        return Retargeted.of(folded, request);
    }
}
