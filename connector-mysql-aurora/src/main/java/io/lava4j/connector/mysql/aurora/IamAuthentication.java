package io.lava4j.connector.mysql.aurora;

import io.lava4j.aws.rds.RdsEndpoint;
import io.lava4j.aws.rds.RdsToken;
import io.lava4j.aws.rds.RdsTokens;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Connector.Checkup;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Logs in with a token that AWS checks in the place of a password. Each login has its own; none is kept. */
public final class IamAuthentication implements Authentication {

    private final InstantSource clock;
    private RdsTokens tokens;

    /** For {@link java.util.ServiceLoader}: looks for no AWS credentials, and touches nothing of the AWS SDK. */
    public IamAuthentication() {
        this(InstantSource.system());
    }

    IamAuthentication(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return AuroraTypes.ALL;
    }

    @Override
    public String means() {
        return "an IAM token";
    }

    @Override
    public Credentials credentials(Spec spec) {
        if (!spec.flag("ssl", false)) {
            throw new ConfigurationException(spec.subject()
                    + ": an IAM token is sent over TLS only: set ssl to true; or name a parameter with a password in"
                    + " 'password'");
        }
        String user = spec.required("user");
        RdsEndpoint endpoint = endpoint(spec);
        String region = region(spec, endpoint);
        RdsToken token = token(spec, endpoint, region, user);
        Credentials.Refusal refusal = asked -> new IamRefusal(
                        endpoint, region, user, clock.instant(), token.caller().get())
                .text(asked);
        return new Credentials(user, token.password(), Optional.of(token.goodUntil()), refusal);
    }

    @Override
    public void check(Spec spec, Checkup checkup) {
        RdsEndpoint endpoint = endpoint(spec);
        IamSteps steps = new IamSteps(spec, endpoint, () -> region(spec, endpoint), clock);
        steps.take(checkup, tokens()::signer, () -> credentials(spec));
    }

    private static RdsEndpoint endpoint(Spec spec) {
        String host = spec.text("iam_host").orElseGet(() -> spec.required("host"));
        int port = spec.port("iam_port")
                .orElseGet(() -> spec.port("port").orElseThrow(() -> spec.invalid("/port", "is required")));
        return new RdsEndpoint(host, port);
    }

    private String region(Spec spec, RdsEndpoint endpoint) {
        return spec.text("region")
                .or(endpoint::region)
                .or(() -> tokens().region())
                .orElseThrow(() -> new ConfigurationException(spec.subject()
                        + ": an IAM token is signed for the database's AWS region, and that is not known; name it in"
                        + " 'region', or give the database's own endpoint (NAME.eu-west-1.rds.amazonaws.com) as 'host' or"
                        + " 'iam_host', where now is '" + endpoint.host()
                        + "', or set AWS_REGION, or region in the AWS profile"));
    }

    private RdsToken token(Spec spec, RdsEndpoint endpoint, String region, String user) {
        try {
            return tokens().sign(endpoint, region, user);
        } catch (CredentialsException failed) {
            throw new CredentialsException(
                    spec.subject() + ": no IAM token can be made for user '" + user + "': " + failed.getMessage(),
                    failed);
        }
    }

    /** Made late: most runs need no token. Kept: what it has found may be a role's credentials, fetched over the network. */
    private synchronized RdsTokens tokens() {
        if (tokens == null) {
            tokens = new RdsTokens(clock);
        }
        return tokens;
    }
}
