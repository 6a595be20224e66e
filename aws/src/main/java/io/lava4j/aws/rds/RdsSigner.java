package io.lava4j.aws.rds;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose credentials sign tokens.
 *
 * @param goodUntil when they end; empty when they do not, or do not say so
 * @param caller who it is, as AWS says
 */
public record RdsSigner(Optional<Instant> goodUntil, Caller caller) {}
