package io.lava4j.core.run;

import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the objects under a prefix can be found and read, as a job would. */
final class ObjectSteps {

    private static final String REGION = "bucket's region";
    private static final String LIST = "bucket listed";

    private final String bucket;
    private final String prefix;
    private final Supplier<ObjectStore> store;
    private Optional<StoredObject> first = Optional.empty();

    /** Asks nobody yet; the location is {@code s3://bucket/prefix}. */
    ObjectSteps(String location, Supplier<ObjectStore> store) {
        String path = location.substring("s3://".length());
        int end = path.indexOf('/');
        this.bucket = end < 0 ? path : path.substring(0, end);
        this.prefix = end < 0 ? "" : path.substring(end + 1);
        this.store = store;
    }

    void take(Steps steps) {
        steps.step(REGION, List.of(), this::region);
        steps.step(LIST, List.of(REGION), this::list);
        if (first.isPresent()) {
            steps.step("object read", List.of(LIST), this::read);
        } else {
            steps.skip("object read", "needs an object");
        }
    }

    private Finding region() {
        return Finding.ok("bucket '" + bucket + "' "
                + store.get()
                        .region(bucket)
                        .map(region -> "is in " + region)
                        .orElse("is here: its store has no regions"));
    }

    private Finding list() {
        first = file(store.get().listSome(bucket, prefix))
                .or(() -> file(store.get().list(bucket, prefix)));
        String where = "under 's3://" + bucket + "/" + prefix + "'";
        return first.isPresent()
                ? Finding.ok("objects are found " + where)
                : Finding.warning("there is no object " + where, "put one there, or correct the prefix");
    }

    private static Optional<StoredObject> file(List<StoredObject> found) {
        return found.stream().filter(object -> !object.key().endsWith("/")).findFirst();
    }

    /** A byte of it: what may be listed need not be readable, such as under a KMS key. */
    private Finding read() throws IOException {
        StoredObject listed = first.orElseThrow();
        Optional<StoredObject> object = store.get().head(bucket, listed.key());
        if (object.isEmpty()) {
            return Finding.failed(
                    "'" + listed.uri() + "' was listed and is gone", "look whether others remove objects");
        }
        try (InputStream content = store.get().open(object.get())) {
            content.read();
        }
        return Finding.ok("'" + listed.uri() + "', " + object.get().size() + " bytes");
    }
}
