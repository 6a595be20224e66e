package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Target;

/** The same load into another table. */
final class Retargeted {

    private Retargeted() {}

    static LoadRequest of(Target other, LoadRequest request) {
        return new LoadRequest(
                request.runId(),
                other,
                request.source(),
                request.format(),
                request.rules(),
                request.path(),
                request.parallel());
    }
}
