package io.lava4j.aws;

import io.lava4j.core.error.LavaException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers that make sense. Over others the SDK, and the JDK under it, stumble in ways of their own. */
public final class Sense {

    private Sense() {}

    /**
     * Calls a service.
     *
     * @param call the call
     * @return its result
     * @throws SdkException if the call fails, or what answers does not speak as AWS does
     */
    public static <T> T of(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException | LavaException | IllegalStateException known) {
            throw known;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError nonsense) {
            throw SdkClientException.create("what answers does not speak as AWS does: " + nonsense, nonsense);
        }
    }
}
