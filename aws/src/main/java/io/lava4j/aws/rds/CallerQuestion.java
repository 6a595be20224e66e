package io.lava4j.aws.rds;

import io.lava4j.aws.BoundedAnswers;
import io.lava4j.aws.Failure;
import io.lava4j.aws.Sense;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Asks STS whose credentials they are: once, and for half a minute at most. Everybody may ask that. Signed here, and not by
 * the SDK, as the token itself was.
 *
 * @param credentials whose
 * @param region where to ask
 * @param clock tells when it is asked
 */
record CallerQuestion(AwsCredentials credentials, String region, InstantSource clock) implements Supplier<Caller> {

    /** For the way there: from where AWS cannot be reached, nothing answers at all. */
    private static final Duration CONNECT = Duration.ofSeconds(4);

    /** A busy machine takes its time to load what asks, and to ask. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @Override
    public Caller get() {
        try (StsClient sts = client()) {
            return new Caller(
                    Optional.ofNullable(Sense.of(sts::getCallerIdentity).arn()), false, "");
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            return new Caller(Optional.empty(), false, "asking was interrupted");
        } catch (SdkException failed) {
            Failure failure = new Failure(failed, "sts:GetCallerIdentity");
            return new Caller(Optional.empty(), failure.refusesCaller(), failure.text());
        }
    }

    private StsClient client() {
        return StsClient.builder()
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER))
                .overrideConfiguration(configuration -> configuration
                        .addExecutionInterceptor(new SignedRequest(credentials, region, "sts", clock))
                        .addExecutionInterceptor(new BoundedAnswers())
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(ANSWER))
                .build();
    }

    /** Its parts hold secrets. */
    @Override
    public String toString() {
        return "whose credentials are they";
    }
}
