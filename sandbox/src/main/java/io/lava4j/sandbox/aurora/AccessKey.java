package io.lava4j.sandbox.aurora;

import java.util.Optional;

/**
 * An AWS access key that the stand-in knows, and so checks tokens with.
 *
 * @param id such as {@code AKIA...}
 * @param secret the secret access key
 * @param sessionToken of temporary credentials; a token must then carry exactly this one
 */
public record AccessKey(String id, String secret, Optional<String> sessionToken) {
    /** One without an end. */
    public static AccessKey of(String id, String secret) {
        return new AccessKey(id, secret, Optional.empty());
    }

    /** The id alone. */
    @Override
    public String toString() {
        return id;
    }
}
