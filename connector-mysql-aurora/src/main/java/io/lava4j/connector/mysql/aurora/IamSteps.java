package io.lava4j.connector.mysql.aurora;

import io.lava4j.aws.rds.Caller;
import io.lava4j.aws.rds.RdsEndpoint;
import io.lava4j.aws.rds.RdsSigner;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector.Checkup;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a token can be made, who signs it and for what; and what database and IAM must know for it. */
final class IamSteps {

    private static final String SIGNER = "signing credentials";

    /** A token lives as long, if its signer does. */
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Spec spec;
    private final RdsEndpoint endpoint;
    private final Supplier<String> findRegion;
    private final InstantSource clock;
    private String region = "REGION";
    private Caller caller = new Caller(Optional.empty(), false, "");

    IamSteps(Spec spec, RdsEndpoint endpoint, Supplier<String> findRegion, InstantSource clock) {
        this.spec = spec;
        this.endpoint = endpoint;
        this.findRegion = findRegion;
        this.clock = clock;
    }

    void take(Checkup checkup, Function<String, RdsSigner> signer, Supplier<Credentials> credentials) {
        checkup.step(SIGNER, List.of(), () -> signed(signer));
        checkup.step("token", List.of(SIGNER), () -> token(credentials));
        DatabaseUser user = new DatabaseUser(endpoint, region, spec.required("user"), caller);
        checkup.statement("the user, at the database", user.creation() + ";");
        checkup.statement(
                "the policy of " + caller.arn().map(arn -> "'" + arn + "'").orElse("whoever runs lava"), user.policy());
        checkup.statement("RESOURCE_ID in that policy", user.resourceId());
    }

    private Finding signed(Function<String, RdsSigner> find) {
        region = findRegion.get();
        RdsSigner signer = find.apply(region);
        caller = signer.caller();
        if (caller.refused()) {
            return Finding.failed(caller.fault(), "aws sts get-caller-identity, after a new login to AWS");
        }
        String end = signer.goodUntil()
                .map(until -> ", good until " + until.truncatedTo(ChronoUnit.SECONDS))
                .orElse(", without a known end");
        if (caller.arn().isEmpty()) {
            return Finding.warning(
                    "AWS does not tell whose they are: " + caller.fault() + end,
                    "aws sts get-caller-identity; tokens are signed without asking AWS");
        }
        String seen = "'" + caller.arn().get() + "'" + end;
        return signer.goodUntil().filter(this::isSoon).isPresent()
                ? Finding.warning(seen + ": tokens end with them", "log in to AWS again")
                : Finding.ok(seen);
    }

    private boolean isSoon(Instant end) {
        return end.isBefore(clock.instant().plus(LIFETIME));
    }

    private Finding token(Supplier<Credentials> credentials) {
        Credentials made;
        try {
            made = credentials.get();
        } catch (ConfigurationException forbidden) {
            return Finding.failed(
                    "an IAM token is sent over TLS only, and ssl is not true", "ssl: true, and ca_cert or ssl_mode");
        }
        String seen = "for host '" + endpoint.host() + "' (" + from("iam_host", "host") + "), port " + endpoint.port()
                + " (" + from("iam_port", "port") + "), region '" + region + "' (" + fromRegion() + "), good until "
                + made.goodUntil().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
        if (endpoint.region().isEmpty()) {
            return Finding.warning(
                    seen
                            + "; that host is no name that AWS gives to a database, and a token is good under that name alone",
                    "iam_host, iam_port and region of the database's own endpoint, if '" + endpoint.host()
                            + "' is a tunnel or another name for it");
        }
        return endpoint.region()
                .filter(named -> !named.equals(region))
                .map(named -> Finding.warning(seen + "; the host is in region '" + named + "'", "region: " + named))
                .orElseGet(() -> Finding.ok(seen));
    }

    private String from(String own, String other) {
        return "from '" + (spec.fields().get(own) == null ? other : own) + "'";
    }

    private String fromRegion() {
        if (spec.text("region").isPresent()) {
            return "from 'region'";
        }
        return endpoint.region().isPresent() ? "from the host's name" : "from the AWS settings";
    }
}
