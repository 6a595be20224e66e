package io.lava4j.core.sample;

import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.Spec;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Tokens for {@code sample-token}: each is another one; for the audience {@code slow} it has ended already. */
public final class SampleAuthentication implements Authentication {

    /** What every token begins with. */
    public static final String TOKEN = "token-for-";

    private int made;

    @Override
    public Set<String> types() {
        return Set.of("sample-token");
    }

    @Override
    public String means() {
        return "a sample token";
    }

    @Override
    public Credentials credentials(Spec spec) {
        made++;
        return new Credentials(
                spec.required("user"),
                new Secret(TOKEN + spec.required("host") + made),
                Optional.of(spec.text("audience").equals(Optional.of("slow")) ? Instant.EPOCH : Instant.MAX));
    }
}
