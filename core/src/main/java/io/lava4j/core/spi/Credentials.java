package io.lava4j.core.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Who logs in, and with what.
 *
 * @param user the user's name at the resource
 * @param password the password or token
 * @param goodUntil when the password ends to be accepted for a new login; empty when it does not end by itself
 */
public record Credentials(String user, Secret password, Optional<Instant> goodUntil) {}
