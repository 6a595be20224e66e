package io.lava4j.testing;

import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contract, for {@link LoadTargetContractTest} to run. */
class ShelfContract extends LoadTargetContract {

    @Override
    protected TestedConnection connection() {
        return new TestedConnection(
                Shelf::new,
                Map.of("place", "here", "api_token", "a token"),
                Map.of("place", "nowhere", "api_token", "another"),
                new Credentials("clerk", new Secret("open sesame"), Optional.empty()));
    }

    @Override
    protected String schema() {
        return "room";
    }

    @Override
    protected void create(String table) {
        ShelfConnector.TABLES.put(table, new ConcurrentHashMap<>());
    }

    @Override
    protected List<String> rows(String table) {
        return ShelfConnector.rows(table);
    }
}
