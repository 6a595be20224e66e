package io.lava4j.aws;

import java.time.Duration;
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

    /**
     * With the limit that is set.
     *
     * @throws io.lava4j.core.error.ConfigurationException if that is none
     */
    static Settings usual() {
        return new Settings(StallLimit.read());
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B applied(B builder) {
        return builder.httpClientBuilder(http())
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries()));
    }

    private SdkHttpClient.Builder<?> http() {
        return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence);
    }

    /** The SDK's default would be its legacy mode; AWS_RETRY_MODE and profiles still win. */
    private static RetryMode retries() {
        return RetryMode.resolver().defaultRetryMode(RetryMode.STANDARD).resolve();
    }
}
