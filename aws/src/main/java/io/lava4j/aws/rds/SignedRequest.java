package io.lava4j.aws.rds;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Signs the requests of a client that has no credentials, of a protocol that has plain parameters in the query. Signs in
 * headers, as the SDK logs addresses.
 *
 * @param credentials who signs
 * @param region of the service
 * @param service its name in signatures
 * @param clock tells when it is signed
 */
record SignedRequest(AwsCredentials credentials, String region, String service, InstantSource clock)
        implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        String query = new TreeMap<>(request.rawQueryParameters())
                .entrySet().stream()
                        .map(parameter ->
                                parameter.getKey() + "=" + parameter.getValue().get(0))
                        .collect(Collectors.joining("&"));
        Map<String, String> headers = new Presigning(credentials, region, service, clock.instant())
                .headers(request.getUri().getRawAuthority(), query);
        return request.copy(signed -> {
            signed.method(SdkHttpMethod.GET).encodedPath("/");
            headers.forEach(signed::putHeader);
        });
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return Optional.empty();
    }

    /** Its parts hold secrets. */
    @Override
    public String toString() {
        return "signs requests to " + service + " in " + region;
    }
}
