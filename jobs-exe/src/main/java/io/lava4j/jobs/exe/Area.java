package io.lava4j.jobs.exe;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;

/**
 * A bucket, or what of it begins alike, that a realm names.
 *
 * @param bucket its bucket
 * @param prefix what the keys in it begin with: empty, or ending in a slash
 */
record Area(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    static Area of(Spec realm, String field) {
        String uri = realm.text(field)
                .orElseThrow(() -> new ConfigurationException(realm.subject() + " has no '" + field
                        + "', which exe and pkg jobs need: expected s3://bucket/prefix in the realm's spec"));
        String[] parts = uri.substring(SCHEME.length()).split("/", 2);
        String prefix = parts.length == 1 ? "" : parts[1].replaceFirst("/+$", "");
        return new Area(parts[0], prefix.isEmpty() ? "" : prefix + "/");
    }

    Area within(String name) {
        return new Area(bucket, prefix + name + "/");
    }

    String key(String name) {
        return prefix + name;
    }

    String uri(String name) {
        return SCHEME + bucket + "/" + key(name);
    }

    /** Its address, without a slash at its end. */
    String uri() {
        return (SCHEME + bucket + "/" + prefix).replaceFirst("/$", "");
    }
}
