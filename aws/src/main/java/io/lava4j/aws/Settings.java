package io.lava4j.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What every client of ours has in common. All else is the SDK's own: profiles, environment variables, system
 * properties.
 *
 * @param silence how long a service may send nothing before a call or a read is broken off
 */
record Settings(Duration silence) {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** However slowly an answer comes. It begins the content of an object, which is read without a limit in all. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    /** For what is sent, which takes its time. */
    static final Consumer<AwsRequestOverrideConfiguration.Builder> LONG_CALL =
            configuration -> configuration.apiCallAttemptTimeout(Duration.ofDays(1));

    /**
     * With the limit that is set.
     *
     * @throws io.lava4j.core.error.ConfigurationException if that is none
     */
    static Settings usual() {
        return new Settings(StallLimit.read());
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B applied(B builder) {
        return builder.httpClientBuilder(http()).overrideConfiguration(configuration -> configuration
                .retryStrategy(retries())
                .apiCallAttemptTimeout(ANSWER)
                .addExecutionInterceptor(new BoundedAnswers()));
    }

    private SdkHttpClient.Builder<?> http() {
        return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence);
    }

    /** The SDK's default would be its legacy mode; AWS_RETRY_MODE and profiles still win. */
    private static RetryMode retries() {
        return RetryMode.resolver().defaultRetryMode(RetryMode.STANDARD).resolve();
    }
}
