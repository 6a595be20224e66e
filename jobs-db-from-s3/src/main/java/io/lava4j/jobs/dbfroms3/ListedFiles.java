package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.jobs.dbfroms3.Manifest.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The objects that a manifest lists, looked up. */
final class ListedFiles {

    private final Manifest manifest;
    private final List<StoredObject> found = new ArrayList<>();
    private final List<Entry> missing = new ArrayList<>();

    private ListedFiles(Manifest manifest) {
        this.manifest = manifest;
    }

    static ListedFiles of(Manifest manifest, ObjectStore store) {
        ListedFiles files = new ListedFiles(manifest);
        files.requireDifferent();
        files.lookUp(store);
        files.requireMandatory();
        files.requireAny();
        return files;
    }

    /** Those that exist, in the order of the manifest. */
    List<StoredObject> found() {
        return List.copyOf(found);
    }

    Optional<String> missed() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "objects that do not exist, and are not mandatory, are left out: " + named(entry -> true));
    }

    private void lookUp(ObjectStore store) {
        List<Optional<StoredObject>> objects = new Together("looked for the objects of a manifest")
                .ask(manifest.entries(), entry -> store.head(entry.bucket(), entry.key()));
        for (int i = 0; i < objects.size(); i++) {
            Entry entry = manifest.entries().get(i);
            objects.get(i).ifPresentOrElse(found::add, () -> missing.add(entry));
        }
    }

    /** Nobody wants an object's rows twice, and a list that was put together by mistake may hold it twice. */
    private void requireDifferent() {
        Set<List<String>> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (Entry entry : manifest.entries()) {
            if (!seen.add(List.of(entry.bucket(), entry.key()))) {
                twice.add("'s3://" + entry.bucket() + "/" + entry.key() + "'");
            }
        }
        if (!twice.isEmpty()) {
            throw new JobFailedException("manifest '" + manifest.uri() + "' lists objects more than once: "
                    + String.join(", ", twice) + "; expected each once, as its rows would load again");
        }
    }

    private void requireMandatory() {
        if (missing.stream().anyMatch(Entry::mandatory)) {
            throw new JobFailedException("manifest '" + manifest.uri() + "': mandatory objects do not exist: "
                    + named(Entry::mandatory) + "; put them there, or take them out of the manifest");
        }
    }

    private void requireAny() {
        if (found.isEmpty()) {
            String why = missing.isEmpty() ? "it lists no object" : "none of its objects exists: " + named(any -> true);
            throw new JobFailedException("manifest '" + manifest.uri() + "': " + why + "; check the manifest");
        }
    }

    private String named(Predicate<Entry> wanted) {
        return String.join(
                ", ",
                missing.stream()
                        .filter(wanted)
                        .map(entry -> "'" + entry.uri() + "'")
                        .toList());
    }
}
