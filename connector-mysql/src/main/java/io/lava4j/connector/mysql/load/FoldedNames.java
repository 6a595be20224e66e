package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.ColumnSpecification;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Target;
import java.util.Locale;

/** Names in lower case, as a connection without {@code preserve_case} wants them. */
final class FoldedNames {

    private FoldedNames() {}

    static LoadRequest of(LoadRequest request) {
        Target target = request.target();
        Target folded = new Target(
                target.schema().toLowerCase(Locale.ROOT),
                target.table().toLowerCase(Locale.ROOT),
                target.columns().stream().map(ColumnSpecification::folded).toList(),
                target.partitions());
        return new LoadRequest(
                request.runId(),
                folded,
                request.source(),
                request.format(),
                request.rules(),
                request.path(),
                request.parallel());
    }
}
