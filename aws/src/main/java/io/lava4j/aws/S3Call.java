package io.lava4j.aws;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A call of S3 and what its failures mean.
 *
 * @param subject what it is about, for messages
 * @param bucket the bucket
 * @param allowed what the caller must be allowed
 */
record S3Call(String subject, String bucket, String allowed) {

    private static final String REGION = "x-amz-bucket-region";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,63}");

    static S3Call onBucket(String bucket, String allowed) {
        return new S3Call("bucket '" + bucket + "'", bucket, allowed);
    }

    static S3Call onObject(String bucket, String key, String allowed) {
        return new S3Call("object 's3://" + bucket + "/" + key + "'", bucket, allowed);
    }

    /** The region that S3 names beside an error, when it is the reason for it. */
    Optional<String> region(S3Exception refused) {
        return region(new Failure(refused, "").header(REGION));
    }

    /** A region goes into the names of hosts, and into SQL. */
    Optional<String> region(Optional<String> told) {
        told.filter(region -> !NAME.matcher(region).matches()).ifPresent(region -> {
            throw new JobFailedException("bucket '" + bucket + "': the store says that it is in region '" + region
                    + "', which is no name of one; check AWS_ENDPOINT_URL");
        });
        return told;
    }

    /** Calls; every failure is the job's. */
    <T> T result(Supplier<T> call) {
        try {
            return answer(call);
        } catch (S3Exception refused) {
            throw failed(refused);
        }
    }

    /** Calls; an error that S3 itself answered is left to the caller. */
    <T> T answer(Supplier<T> call) {
        try {
            return Sense.of(call);
        } catch (S3Exception answered) {
            throw answered;
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException(subject + ": the call of S3 was interrupted", interrupted);
        } catch (SdkException failed) {
            throw failed(failed);
        }
    }

    JobFailedException failed(SdkException exception) {
        Failure failure = new Failure(exception, allowed);
        if (exception instanceof NoSuchBucketException) {
            return new JobFailedException("bucket '" + bucket + "' does not exist; check its name", exception);
        }
        return region(failure.header(REGION))
                .filter(region -> failure.status() == 301 || failure.status() == 400)
                .map(region -> elsewhere(region, exception))
                .orElseGet(() -> new JobFailedException(subject + ": " + failure.text(), exception));
    }

    private JobFailedException elsewhere(String region, SdkException exception) {
        return new JobFailedException(
                "bucket '" + bucket + "' is in region '" + region + "', not in the one in use; set AWS_REGION to it,"
                        + " or name a connection with that region as s3_conn_id",
                exception);
    }
}
