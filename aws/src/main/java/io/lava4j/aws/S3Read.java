package io.lava4j.aws;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One try to read an object, from an offset on.
 *
 * @param object the version to read
 * @param offset the first byte wanted
 */
record S3Read(StoredObject object, long offset) {

    /** Calls; throws what another try may mend as an {@link IOException}, all else as the job's failure. */
    ResponseInputStream<GetObjectResponse> answer(Supplier<ResponseInputStream<GetObjectResponse>> call)
            throws IOException {
        try {
            return Sense.of(call);
        } catch (NoSuchKeyException deleted) {
            throw new JobFailedException(name() + " was deleted after it was found; run the job again", deleted);
        } catch (S3Exception refused) {
            if (refused.statusCode() == 412) {
                throw replaced(refused);
            }
            throw failure(refused);
        } catch (AbortedException interrupted) {
            throw S3Body.cancelled(object, interrupted);
        } catch (SdkException failed) {
            throw failure(failed);
        }
    }

    /** The body, once it is sure to be what was asked for: not every server that speaks S3 heeds If-Match or Range. */
    InputStream checked(ResponseInputStream<GetObjectResponse> response) {
        GetObjectResponse head = response.response();
        if (!object.etag().equals(head.eTag())) {
            response.abort();
            throw replaced(null);
        }
        if (!isLengthAsked(head) || !isRangeAsked(head)) {
            response.abort();
            throw new JobFailedException(name() + ": the store sends " + head.contentLength() + " bytes"
                    + Optional.ofNullable(head.contentRange())
                            .map(range -> " (" + range + ")")
                            .orElse("")
                    + " from byte " + offset + " on, expected " + (object.size() - offset)
                    + "; it must support ranged reads");
        }
        return new S3Body(object, response, object.size() - offset);
    }

    /** A length that is not told has no end. */
    private boolean isLengthAsked(GetObjectResponse head) {
        return Long.valueOf(object.size() - offset).equals(head.contentLength());
    }

    private boolean isRangeAsked(GetObjectResponse head) {
        return head.contentRange() == null || head.contentRange().startsWith("bytes " + offset + "-");
    }

    private JobFailedException replaced(Exception cause) {
        return new JobFailedException(
                name() + " was replaced by another version after it was found; run the job again", cause);
    }

    /** Gives what is permanent, throws what is not. */
    private JobFailedException failure(SdkException exception) throws IOException {
        Failure failure = new Failure(exception, "s3:GetObject on it");
        if (failure.passes()) {
            throw new IOException(failure.text(), exception);
        }
        return S3Call.onObject(object.bucket(), object.key(), "s3:GetObject on it")
                .failed(exception);
    }

    private String name() {
        return "object '" + object.uri() + "'";
    }
}
