package io.lava4j.aws;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an answer. Breaks are {@link IOException}s, and closing early does not wait for the rest. */
final class S3Body extends InputStream {

    private final StoredObject object;
    private final ResponseInputStream<GetObjectResponse> response;
    private long left;
    private boolean ended;

    /** @param expected how many bytes it has, as its headers said: not every server keeps to them */
    S3Body(StoredObject object, ResponseInputStream<GetObjectResponse> response, long expected) {
        this.object = object;
        this.response = response;
        this.left = expected;
    }

    static CancelledException cancelled(StoredObject object, AbortedException interrupted) {
        Thread.currentThread().interrupt();
        return new CancelledException("object '" + object.uri() + "': reading was interrupted", interrupted);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            int count = response.read(buffer, from, length);
            ended = count < 0;
            left -= Math.max(0, count);
            if (left < 0) {
                throw new JobFailedException("object '" + object.uri() + "': the store sends more than its "
                        + object.size() + " bytes; check AWS_ENDPOINT_URL, and that it behaves like S3");
            }
            return count;
        } catch (AbortedException interrupted) {
            throw cancelled(object, interrupted);
        } catch (SdkException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            response.close();
        } else {
            response.abort();
        }
    }
}
