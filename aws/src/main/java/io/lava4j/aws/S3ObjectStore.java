package io.lava4j.aws;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Objects of S3. */
public final class S3ObjectStore implements ObjectStore {

    private static final Comparator<StoredObject> KEY_ORDER =
            Comparator.comparing(object -> object.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Supplier<Settings> settings;
    private final Lazy<S3Client> client;
    private final Map<String, S3ObjectStore> elsewhere = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> regions = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}: dials nothing. */
    public S3ObjectStore() {
        this(Optional.empty(), Settings::usual);
    }

    S3ObjectStore(Optional<Region> region, Supplier<Settings> settings) {
        this.settings = settings;
        this.client = new Lazy<>(() -> S3Clients.make(region, settings.get()));
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        S3Call call = S3Call.onObject(bucket, key, "s3:GetObject on it, and s3:ListBucket on its bucket");
        try {
            HeadObjectResponse found = call.answer(() ->
                    client.get().headObject(request -> request.bucket(bucket).key(key)));
            return Optional.of(Found.object(bucket, key, found.contentLength(), found.eTag()));
        } catch (S3Exception refused) {
            if (refused.statusCode() != 404) {
                throw call.failed(refused);
            }
            requireBucket(bucket);
            return Optional.empty();
        }
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        S3Call call = S3Call.onBucket(bucket, "s3:ListBucket on it");
        return call.result(() -> new Listing(bucket, prefix)
                .of(client.get().listObjectsV2Paginator(question(bucket, prefix))).stream()
                        .sorted(KEY_ORDER)
                        .toList());
    }

    @Override
    public List<StoredObject> listSome(String bucket, String prefix) {
        S3Call call = S3Call.onBucket(bucket, "s3:ListBucket on it");
        return call.result(
                () -> new Listing(bucket, prefix).of(List.of(client.get().listObjectsV2(question(bucket, prefix)))));
    }

    @Override
    public InputStream read(StoredObject object, long offset) throws IOException {
        if (offset > 0 && offset >= object.size()) {
            return InputStream.nullInputStream();
        }
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .ifMatch(object.etag())
                // From 0 it is the whole object: a range of an empty one is an error.
                .range(offset == 0 ? null : "bytes=" + offset + "-")
                .build();
        S3Read read = new S3Read(object, offset);
        ResponseInputStream<GetObjectResponse> response =
                read.answer(() -> client.get().getObject(request));
        return read.checked(response);
    }

    @Override
    public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).overrideConfiguration(Settings.LONG_CALL);
        kmsKey.ifPresent(name ->
                request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(name));
        S3Call.onObject(bucket, key, "s3:PutObject on it, and kms:GenerateDataKey on its key")
                .result(() -> client.get().putObject(request.build(), RequestBody.fromFile(file)));
    }

    /** Asked once a bucket: it never moves. */
    @Override
    public Optional<String> region(String bucket) {
        return regions.computeIfAbsent(bucket, this::askForRegion);
    }

    private Optional<String> askForRegion(String bucket) {
        S3Call call = S3Call.onBucket(bucket, "s3:ListBucket on it");
        try {
            HeadBucketResponse found = call.answer(() -> client.get().headBucket(request -> request.bucket(bucket)));
            return call.region(Optional.ofNullable(found.bucketRegion()));
        } catch (S3Exception refused) {
            Optional<String> region = call.region(refused);
            if (region.isEmpty() || refused.statusCode() == 404) {
                throw call.failed(refused);
            }
            // S3 names the region even to those that may not see the bucket, or ask in another region.
            return region;
        }
    }

    @Override
    public ObjectStore in(String region) {
        return elsewhere.computeIfAbsent(region, name -> new S3ObjectStore(Optional.of(Region.of(name)), settings));
    }

    @Override
    public void close() {
        elsewhere.values().forEach(S3ObjectStore::close);
        client.close();
    }

    /** HEAD has no body to tell a missing bucket from a missing key. */
    private void requireBucket(String bucket) {
        S3Call call = S3Call.onBucket(bucket, "s3:ListBucket on it");
        try {
            call.answer(() -> client.get().headBucket(request -> request.bucket(bucket)));
        } catch (S3Exception refused) {
            if (refused.statusCode() == 404) {
                throw new JobFailedException("bucket '" + bucket + "' does not exist; check its name", refused);
            }
        }
    }

    /** Keys may hold characters that XML cannot; the SDK undoes the encoding. */
    private static ListObjectsV2Request question(String bucket, String prefix) {
        return ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .encodingType(EncodingType.URL)
                .build();
    }
}
