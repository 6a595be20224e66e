package com.example.extended;

import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Spec;
import java.util.Set;

/** Cannot be made. */
public final class Tokens implements Authentication {

    /** Fails. */
    public Tokens() {
        throw new IllegalStateException("no tokens");
    }

    @Override
    public Set<String> types() {
        return Set.of("extended");
    }

    @Override
    public String means() {
        return "a token";
    }

    @Override
    public Credentials credentials(Spec spec) {
        throw new AssertionError("never made");
    }
}
