package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the last byte of objects, so that a missing right shows before the target is touched. A look at an object does not
 * tell: the right to read it is another one, and so is that to its key.
 */
final class Probe {

    /** Rights are granted by bucket and prefix: of more objects these are spread over them, and all buckets are among them. */
    private static final int SPREAD = 100;

    private final ObjectStore store;
    private final List<StoredObject> objects;

    private Probe(ObjectStore store, List<StoredObject> objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Reads of so many that a load that fails can undo what it has done. */
    static Probe ofSome(DataFiles files) {
        return new Probe(files.store(), some(files.objects()));
    }

    /** Reads of all, for a load that cannot. */
    static Probe ofAll(DataFiles files) {
        return new Probe(files.store(), files.objects());
    }

    /**
     * Reads.
     *
     * @throws JobFailedException for the first that cannot be read
     */
    void read() {
        new Together("looked whether objects can be read").ask(objects, this::lastByte);
    }

    private int lastByte(StoredObject object) {
        try (InputStream content = store.open(object)) {
            content.skip(Math.max(0, object.size() - 1));
            return content.read();
        } catch (IOException unreadable) {
            throw new JobFailedException(
                    "object '" + object.uri() + "' cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<StoredObject> some(List<StoredObject> objects) {
        if (objects.size() <= SPREAD) {
            return objects;
        }
        Map<String, StoredObject> buckets = new LinkedHashMap<>();
        objects.forEach(object -> buckets.putIfAbsent(object.bucket(), object));
        Set<StoredObject> chosen = new LinkedHashSet<>(buckets.values());
        for (int number = 0; number < SPREAD; number++) {
            chosen.add(objects.get((int) ((long) number * (objects.size() - 1) / (SPREAD - 1))));
        }
        return new ArrayList<>(chosen);
    }
}
