package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import java.util.function.Function;

/** The loads of a contract: each with a connection of its own, unless one is given, and all streams closed after it. */
final class Loads {

    private final LoadTargetContract contract;

    Loads(LoadTargetContract contract) {
        this.contract = contract;
    }

    Report run(LoadCase load, String table) {
        return run(load, table, contract.told);
    }

    Report run(LoadCase load, String table, Listener listener) {
        try (Connector connector = contract.connect()) {
            return run(connector, load, table, listener);
        }
    }

    Report run(Connector connector, LoadCase load, String table) {
        return run(connector, load, table, contract.told);
    }

    Plan plan(LoadCase load, String table) {
        try (Connector connector = contract.connect()) {
            return prepared(connector, load, table, Prepared::plan);
        }
    }

    /** What came out, of any type; null when it went well. */
    Throwable thrown(Runnable action) {
        try {
            action.run();
            return null;
        } catch (RuntimeException failed) {
            return contract.told.add(failed);
        }
    }

    private Report run(Connector connector, LoadCase load, String table, Listener listener) {
        return prepared(connector, load, table, prepared -> {
            contract.told.add(prepared.plan());
            return prepared.run(listener);
        });
    }

    private <T> T prepared(Connector connector, LoadCase load, String table, Function<Prepared, T> use) {
        LoadTarget target = contract.as(LoadTarget.class, connector);
        try (Prepared prepared = target.prepare(load.into(contract.schema(), table))) {
            return use.apply(prepared);
        } finally {
            assertEquals(0, load.objects.open.get(), "streams of objects are left open");
            assertFalse(load.objects.closed, "the object store was closed: core does that");
        }
    }
}
