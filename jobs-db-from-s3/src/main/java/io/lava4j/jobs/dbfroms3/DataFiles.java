package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The objects to load, as they are now.
 *
 * @param objects in the order of loading; empty when there is nothing to load, and the job allows that
 * @param store where they are read
 * @param events how it came to these, sentence by sentence
 */
record DataFiles(List<StoredObject> objects, ObjectStore store, List<String> events) {

    /** As many objects left out are named one by one; of more, only the number is told. */
    private static final int NAMED = 10;

    static DataFiles find(ObjectStore store, Names names, Parameters parameters) {
        return switch (parameters.options().selection()) {
            case FILE -> file(store, names, parameters);
            case PREFIX -> under(store, names, parameters);
            case MANIFEST -> listed(store, names, parameters);
        };
    }

    /** Their length together, in bytes. */
    long size() {
        return objects.stream().mapToLong(StoredObject::size).sum();
    }

    private static DataFiles file(ObjectStore store, Names names, Parameters parameters) {
        return store.head(names.bucket(), names.key())
                .map(object -> found(
                        List.of("object '" + names.uri() + "' found, " + object.size() + " bytes"),
                        List.of(object),
                        store,
                        parameters))
                .orElseGet(() -> missing("object '" + names.uri() + "' does not exist", store, parameters));
    }

    private static DataFiles under(ObjectStore store, Names names, Parameters parameters) {
        List<StoredObject> found = store.list(names.bucket(), names.key()).stream()
                .filter(object -> !isFolder(object))
                .toList();
        return found.isEmpty()
                ? missing("prefix '" + names.uri() + "': there is no object under it", store, parameters)
                : found(
                        List.of("prefix '" + names.uri() + "': " + count(found) + " found, " + bytes(found)),
                        found,
                        store,
                        parameters);
    }

    private static DataFiles listed(ObjectStore store, Names names, Parameters parameters) {
        return store.head(names.bucket(), names.key())
                .map(object -> listed(store, Manifest.read(store, object), parameters))
                .orElseGet(() -> missing("manifest '" + names.uri() + "' does not exist", store, parameters));
    }

    private static DataFiles listed(ObjectStore store, Manifest manifest, Parameters parameters) {
        ObjectStore regional = RegionalObjects.of(manifest, store);
        ListedFiles files = ListedFiles.of(manifest, regional);
        List<StoredObject> found = files.found();
        List<String> events = new ArrayList<>();
        events.add("manifest '" + manifest.uri() + "': " + count(found) + " found, " + bytes(found));
        files.missed().ifPresent(events::add);
        return found(events, found, regional, parameters);
    }

    /** Consoles mark an empty folder so. */
    private static boolean isFolder(StoredObject object) {
        return object.size() == 0 && object.key().endsWith("/");
    }

    private static DataFiles missing(String what, ObjectStore store, Parameters parameters) {
        if (parameters.skipMissing()) {
            return new DataFiles(List.of(), store, List.of(what + ": nothing is loaded, as skip_missing says"));
        }
        throw new JobFailedException(what + "; check bucket and key, or set skip_missing if that is no failure");
    }

    private static DataFiles found(
            List<String> events, List<StoredObject> found, ObjectStore store, Parameters parameters) {
        List<String> all = new ArrayList<>(events);
        return new DataFiles(largeEnough(found, parameters.minSize(), all), store, all);
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
        return objects.stream().mapToLong(StoredObject::size).sum() + " bytes";
    }
}
