package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A load target that loads nothing and writes down what it was asked. */
final class RecordingTarget implements LoadTarget {

    final List<String> calls = new ArrayList<>();
    Optional<LoadRequest> request = Optional.empty();
    List<String> notes = List.of();
    boolean refuses;
    boolean fails;

    @Override
    public String named(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Prepared prepare(LoadRequest wanted) {
        calls.add("prepare");
        request = Optional.of(wanted);
        if (refuses) {
            throw new JobFailedException("table 'sales.orders' does not exist");
        }
        return new Load(wanted);
    }

    private final class Load implements Prepared {

        private final LoadRequest wanted;

        private Load(LoadRequest wanted) {
            this.wanted = wanted;
        }

        @Override
        public Plan plan() {
            List<String> statements = wanted.source().objects().stream()
                    .map(object -> "LOAD DATA …")
                    .toList();
            return new Plan("sales", "orders", "client", "the test says so", statements, notes);
        }

        @Override
        public Report run(Listener listener) {
            calls.add("run");
            listener.event("statement: LOAD DATA …");
            listener.progress(wanted.source().bytes(), wanted.source().bytes());
            if (fails) {
                throw new JobFailedException("row 7: not a date");
            }
            return new Report(40, 3, 2, 1);
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
