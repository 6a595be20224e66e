package io.lava4j.sandbox.aurora;

/**
 * An object that was brought here.
 *
 * @param version as S3 numbers the versions of a bucket that keeps them; else empty
 */
record LoadedFile(String key, String version, long bytes) {}
