package io.lava4j.core.run;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;

/** Stands where an S3 load path may be missed for a fault: loads nothing, and tells the fault with each refusal. */
record NoS3LoadPath(String type, String unusable) implements S3LoadPath {

    @Override
    public Set<String> types() {
        return Set.of(type);
    }

    @Override
    public Optional<String> refusal(LoadRequest request, Connection connection) {
        return Optional.of("type '" + type + "' has no S3 load path; not usable: " + unusable);
    }

    @Override
    public Optional<Connector.Finding> check(Connection connection) {
        return Optional.of(Connector.Finding.warning("not usable: " + unusable, "mend that plugin, or remove it"));
    }

    @Override
    public String statement(LoadRequest request, String table, StoredObject object) {
        throw new IllegalStateException("never asked for: every load is refused");
    }
}
