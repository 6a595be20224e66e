package io.lava4j.aws;

import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** What a service may answer: more than any does would fill our memory. The content of an object is read as it comes. */
public final class BoundedAnswers implements ExecutionInterceptor {

    /** A page of a thousand of the longest keys, each byte of them encoded, takes 4 MB. */
    static final long MOST_BYTES = 5 << 20;

    private static final String RETRY_AFTER = "Retry-After";
    private static final int LONGEST_PAUSE = 20;

    /** Makes it. */
    public BoundedAnswers() {}

    /** The SDK would wait for as long as it is told. */
    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        boolean patient = response.firstMatchingHeader(RETRY_AFTER)
                .filter(pause -> !isShort(pause))
                .isEmpty();
        return patient
                ? response
                : response.toBuilder().removeHeader(RETRY_AFTER).build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        boolean isContent = context.request() instanceof GetObjectRequest
                && context.httpResponse().isSuccessful();
        return isContent ? context.responseBody() : context.responseBody().map(BoundedStream::new);
    }

    private static boolean isShort(String pause) {
        try {
            return Integer.parseInt(pause.strip()) <= LONGEST_PAUSE;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
