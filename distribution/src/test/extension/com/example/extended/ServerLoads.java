package com.example.extended;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;

/** Cannot tell what it serves. */
public final class ServerLoads implements S3LoadPath {

    @Override
    public Set<String> types() {
        throw new IllegalStateException("no types");
    }

    @Override
    public Optional<String> refusal(LoadRequest request, Connection connection) {
        throw new AssertionError("never asked");
    }

    @Override
    public String statement(LoadRequest request, String table, StoredObject object) {
        throw new AssertionError("never asked");
    }
}
