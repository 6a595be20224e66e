package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object to run, or to unpack.
 *
 * @param location what in the spec means it
 * @param object the object
 */
record Payload(String location, StoredObject object) {

    /** None larger is fetched. */
    static final long LARGEST = 1L << 30;

    /** Those that locations mean, in the order of the spec, and of their keys under one that ends in a slash. */
    static List<Payload> at(List<String> locations, Area payloads, ObjectStore store) {
        return locations.stream()
                .flatMap(location -> location.endsWith("/")
                        ? under(location, payloads, store)
                        : Stream.of(exactly(location, payloads, store)))
                .toList();
    }

    /** The last part of its key. */
    String name() {
        return object.key().substring(object.key().lastIndexOf('/') + 1);
    }

    private static Payload exactly(String location, Area payloads, ObjectStore store) {
        return store.head(payloads.bucket(), payloads.key(location))
                .map(object -> checked(location, object))
                .orElseThrow(() -> new JobFailedException("payload '" + payloads.uri(location)
                        + "' does not exist: put it there, or correct 'payload', which is a key under the realm's"
                        + " s3_payloads; one that ends in '/' means all objects directly under it"));
    }

    private static Stream<Payload> under(String location, Area payloads, ObjectStore store) {
        String prefix = payloads.key(location);
        List<Payload> found = store.list(payloads.bucket(), prefix).stream()
                .filter(object ->
                        object.key().length() > prefix.length() && object.key().indexOf('/', prefix.length()) < 0)
                .map(object -> checked(location, object))
                .toList();
        if (found.isEmpty()) {
            throw new JobFailedException("payload '" + payloads.uri(location)
                    + "': there is no object directly under it; put some there, or correct 'payload'");
        }
        return found.stream();
    }

    private static Payload checked(String location, StoredObject object) {
        Payload payload = new Payload(location, object);
        if (List.of(".", "..").contains(payload.name())
                || payload.name().startsWith(Folder.OURS)
                || payload.name().indexOf('\0') >= 0) {
            throw new JobFailedException("payload '" + object.uri() + "' has the name '" + payload.name()
                    + "', which no file can have here; give it another");
        }
        if (object.size() > LARGEST) {
            throw new JobFailedException("payload '" + object.uri() + "' has " + object.size() + " bytes: expected "
                    + LARGEST + " at most; make it smaller");
        }
        return payload;
    }
}
