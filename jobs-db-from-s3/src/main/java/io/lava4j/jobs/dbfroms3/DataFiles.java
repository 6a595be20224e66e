package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.jobs.dbfroms3.LoadOptions.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects to load, as they are now.
 *
 * @param objects in the order of loading; empty when there is nothing to load, and the job allows that
 * @param events how it came to these, sentence by sentence
 */
record DataFiles(List<StoredObject> objects, List<String> events) {

    /** As many objects left out are named one by one; of more, only the number is told. */
    private static final int NAMED = 10;

    static DataFiles find(ObjectStore store, Names names, Parameters parameters) {
        Selection selection = parameters.options().selection();
        List<StoredObject> found = selection == Selection.PREFIX
                ? under(store, names)
                : store.head(names.bucket(), names.key()).stream().toList();
        if (found.isEmpty()) {
            return missing(names, parameters);
        }
        List<String> events = new ArrayList<>();
        events.add(
                selection == Selection.PREFIX
                        ? "prefix '" + names.uri() + "': " + count(found) + " found, " + bytes(found)
                        : "object '" + names.uri() + "' found, " + bytes(found));
        return new DataFiles(largeEnough(found, parameters.minSize(), events), events);
    }

    /**
     * Reads a byte of the first and the last, so that a missing right or key shows before the target is touched: those are
     * granted by prefix, and one request for each of a thousand objects would take its time.
     */
    void checkReadable(ObjectStore store) {
        if (!objects.isEmpty()) {
            Stream.of(objects.get(0), objects.get(objects.size() - 1))
                    .distinct()
                    .forEach(object -> {
                        try (InputStream content = store.open(object)) {
                            content.read();
                        } catch (IOException unreadable) {
                            throw new JobFailedException(
                                    "object '" + object.uri() + "' cannot be read: " + unreadable.getMessage(),
                                    unreadable);
                        }
                    });
        }
    }

    /** Their length together, in bytes. */
    long size() {
        return objects.stream().mapToLong(StoredObject::size).sum();
    }

    private static List<StoredObject> under(ObjectStore store, Names names) {
        return store.list(names.bucket(), names.key()).stream()
                .filter(object -> !isFolder(object))
                .toList();
    }

    /** Consoles mark an empty folder so. */
    private static boolean isFolder(StoredObject object) {
        return object.size() == 0 && object.key().endsWith("/");
    }

    private static DataFiles missing(Names names, Parameters parameters) {
        String what = parameters.options().selection() == Selection.PREFIX
                ? "prefix '" + names.uri() + "': there is no object under it"
                : "object '" + names.uri() + "' does not exist";
        if (parameters.skipMissing()) {
            return new DataFiles(List.of(), List.of(what + ": nothing is loaded, as skip_missing says"));
        }
        throw new JobFailedException(what + "; check bucket and key, or set skip_missing if that is no failure");
    }

    private static List<StoredObject> largeEnough(List<StoredObject> found, long minSize, List<String> events) {
        List<StoredObject> left =
                found.stream().filter(object -> object.size() >= minSize).toList();
        List<StoredObject> small =
                found.stream().filter(object -> object.size() < minSize).toList();
        if (!small.isEmpty()) {
            events.add(count(small) + " left out, smaller than min_size (" + minSize + " bytes)" + named(small));
        }
        if (left.isEmpty()) {
            events.add("no object is left to load: nothing is changed");
        }
        return left;
    }

    private static String named(List<StoredObject> objects) {
        return objects.size() > NAMED
                ? ""
                : objects.stream().map(object -> "'" + object.uri() + "'").collect(Collectors.joining(", ", ": ", ""));
    }

    private static String count(List<StoredObject> objects) {
        return objects.size() == 1 ? "1 object" : objects.size() + " objects";
    }

    private static String bytes(List<StoredObject> objects) {
        return new DataFiles(objects, List.of()).size() + " bytes";
    }
}
