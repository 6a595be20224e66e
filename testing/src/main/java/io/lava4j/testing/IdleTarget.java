package io.lava4j.testing;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import java.util.List;
import java.util.Optional;

/** A load target that loads nothing, or fails as a contract wants it. */
final class IdleTarget implements LoadTarget {

    Optional<LavaException> refusal = Optional.empty();
    Optional<LavaException> failure = Optional.empty();
    boolean asked;
    int loads;
    int open;

    @Override
    public Prepared prepare(LoadRequest request) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        open++;
        return new Idle(request);
    }

    private final class Idle implements Prepared {

        private final LoadRequest request;

        Idle(LoadRequest request) {
            this.request = request;
        }

        @Override
        public Plan plan() {
            LoadRequest.Target table = request.target();
            return new Plan(table.schema(), table.table(), "client", "it is a test", List.of("LOAD"));
        }

        @Override
        public Report run(Listener listener) {
            loads++;
            if (failure.isPresent()) {
                throw failure.get();
            }
            listener.progress(request.source().bytes(), request.source().bytes());
            return new Report(1, 0, 0, 0);
        }

        @Override
        public void close() {
            open--;
        }
    }
}
