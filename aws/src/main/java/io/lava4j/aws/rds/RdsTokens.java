package io.lava4j.aws.rds;

import io.lava4j.aws.Failure;
import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Signs tokens that take the place of a password at a database of RDS, with the credentials that the SDK's default chain
 * finds. Nothing is asked of AWS for it, unless the credentials themselves must be fetched; no token is kept. Safe for
 * use by several threads.
 */
public final class RdsTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final AwsCredentialsProvider provider;
    private final InstantSource clock;

    /**
     * Looks for no credentials yet.
     *
     * @param clock tells when a token is signed
     */
    public RdsTokens(InstantSource clock) {
        this(DefaultCredentialsProvider.builder().build(), clock);
    }

    RdsTokens(AwsCredentialsProvider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * The region of the AWS settings: environment, profile, machine.
     *
     * @return such as {@code eu-west-1}; empty when they name none
     */
    public Optional<String> region() {
        try {
            return Optional.of(new DefaultAwsRegionProviderChain().getRegion().id());
        } catch (SdkException none) {
            return Optional.empty();
        }
    }

    /**
     * Signs a token.
     *
     * @param endpoint the database's own, whatever is dialled
     * @param region the database's
     * @param user who logs in
     * @return a new token, good for 15 minutes or until the signing credentials expire
     * @throws CredentialsException if no credentials are found, or they are known to have expired
     * @throws CancelledException if the thread is interrupted while credentials are fetched
     */
    public RdsToken sign(RdsEndpoint endpoint, String region, String user) {
        AwsCredentials credentials = credentials();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> expiry = credentials.expirationTime();
        requireUnexpired(now, expiry);
        String query = new Presigning(credentials, region, "rds-db", now)
                .query(endpoint.toString(), LIFETIME.toSeconds(), Map.of("Action", "connect", "DBUser", user));
        return new RdsToken(
                new Secret(endpoint + "/?" + query),
                earlier(now.plus(LIFETIME), expiry),
                new CallerQuestion(credentials, region, clock));
    }

    /**
     * Whose credentials would sign, which AWS is asked: for a check, not before each token.
     *
     * @param region where to ask
     * @return who it is, and until when
     * @throws CredentialsException if no credentials are found, or they are known to have expired
     * @throws CancelledException if the thread is interrupted while credentials are fetched
     */
    public RdsSigner signer(String region) {
        AwsCredentials credentials = credentials();
        requireUnexpired(clock.instant(), credentials.expirationTime());
        return new RdsSigner(credentials.expirationTime(), new CallerQuestion(credentials, region, clock).get());
    }

    private static void requireUnexpired(Instant now, Optional<Instant> expiry) {
        if (expiry.isPresent() && !now.isBefore(expiry.get())) {
            throw new CredentialsException(
                    "the AWS credentials that would sign a token expired at " + expiry.get() + "; log in to AWS again");
        }
    }

    private AwsCredentials credentials() {
        try {
            return provider.resolveCredentials();
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the search for AWS credentials was interrupted", interrupted);
        } catch (SdkException failed) {
            throw new CredentialsException(new Failure(failed, "what its profile or role needs").text(), failed);
        }
    }

    private static Instant earlier(Instant end, Optional<Instant> expiry) {
        return expiry.filter(end::isAfter).orElse(end);
    }
}
