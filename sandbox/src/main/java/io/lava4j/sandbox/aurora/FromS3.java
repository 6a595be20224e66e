package io.lava4j.sandbox.aurora;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where LOAD DATA FROM S3 loads from.
 *
 * @param endpoint of an S3 server that checks no signature; asked for when there is something to load
 * @param folder that the server behind may read, its {@code secure_file_priv}: each object lies here while it is loaded
 */
public record FromS3(Supplier<URI> endpoint, Path folder) {}
