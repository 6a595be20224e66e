package io.lava4j.aws;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects under a prefix, page by page; no more of them than there is memory for. Used once. */
final class Listing {

    private static final int MOST_OBJECTS = 250_000;
    private static final int MOST_CHARACTERS = 32 << 20;
    private static final int LONGEST_KEY = 1_024;
    /** One may be, such as of objects that are gone. */
    private static final int MOST_EMPTY_PAGES = 100;

    private final String bucket;
    private final String prefix;
    private final List<StoredObject> objects = new ArrayList<>();
    private Optional<String> next = Optional.empty();
    private int empty;
    private long characters;

    Listing(String bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    List<StoredObject> of(Iterable<ListObjectsV2Response> answers) {
        for (ListObjectsV2Response page : answers) {
            turn(page);
            page.contents().forEach(this::add);
        }
        return objects;
    }

    private void turn(ListObjectsV2Response page) {
        Optional<String> token = Optional.ofNullable(page.nextContinuationToken());
        empty = page.contents().isEmpty() ? empty + 1 : 0;
        if (token.isPresent() && token.equals(next) || empty > MOST_EMPTY_PAGES) {
            throw fault("does not come to an end; check AWS_ENDPOINT_URL");
        }
        next = token;
    }

    private void add(S3Object found) {
        String key = String.valueOf(found.key());
        if (key.length() > LONGEST_KEY) {
            throw fault("names a key of " + key.length() + " characters, which no object has; check AWS_ENDPOINT_URL");
        }
        if (!key.startsWith(prefix)) {
            throw fault("names '" + key + "', which is not under it; check AWS_ENDPOINT_URL");
        }
        objects.add(Found.object(bucket, key, found.size(), found.eTag()));
        characters += key.length() + found.eTag().length();
        if (objects.size() > MOST_OBJECTS || characters > MOST_CHARACTERS) {
            throw fault("has more objects than fit in memory; name a longer prefix, or a MANIFEST");
        }
    }

    private JobFailedException fault(String what) {
        return new JobFailedException("bucket '" + bucket + "': the list of objects under '" + prefix + "' " + what);
    }
}
