package io.lava4j.connector.mysql.aurora;

import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;

/** How Aurora names an object. */
final class S3Url {

    private S3Url() {}

    /** Names the bucket's own region: without one Aurora looks in the cluster's. The key stands as it is. */
    static String of(StoredObject object, ObjectStore store) {
        String region = store.region(object.bucket()).map(name -> "-" + name).orElse("");
        return "s3" + region + "://" + object.bucket() + "/" + object.key();
    }
}
