package io.lava4j.core.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who logs in, and with what.
 *
 * @param user the user's name at the resource
 * @param password the password or token
 * @param goodUntil when the password ends to be accepted for a new login; empty when it does not end by itself. One that
 *     ends is a token, made for one login: whoever gets hold of it can use it until then
 * @param refusal asked after the resource has refused them, for what that can mean and what to do: the end of a message,
 *     in one or more lines; of a token, all that is said of it. Empty text when there is nothing to add. May take seconds
 */
public record Credentials(String user, Secret password, Optional<Instant> goodUntil, Supplier<String> refusal) {

    /**
     * Credentials whose refusal means what it says.
     *
     * @param user the user's name at the resource
     * @param password the password or token
     * @param goodUntil when the password ends to be accepted for a new login; empty when it does not end by itself
     */
    public Credentials(String user, Secret password, Optional<Instant> goodUntil) {
        this(user, password, goodUntil, () -> "");
    }

    /** A refusal that says less when it is known how the resource asked for the password. */
    @FunctionalInterface
    public interface Refusal extends Supplier<String> {

        /**
         * What the refusal can mean.
         *
         * @param asked the way in which the resource asked, such as a MySQL server's {@code mysql_clear_password}; empty
         *     when that is not known
         * @return the end of a message: see {@link Credentials#refusal}
         */
        String given(Optional<String> asked);

        @Override
        default String get() {
            return given(Optional.empty());
        }
    }
}
