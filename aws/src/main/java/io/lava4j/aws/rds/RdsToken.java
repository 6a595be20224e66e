package io.lava4j.aws.rds;

import io.lava4j.core.spi.Secret;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A signed token.
 *
 * @param password the token, to be sent over TLS alone: whoever has it can log in
 * @param goodUntil when it ends to be accepted for a new login, as far as is known
 * @param caller asks AWS whose credentials signed it
 */
public record RdsToken(Secret password, Instant goodUntil, Supplier<Caller> caller) {}
