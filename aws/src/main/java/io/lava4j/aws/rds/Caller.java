package io.lava4j.aws.rds;

import java.util.Optional;

/**
 * Whose credentials they are.
 *
 * @param arn the user or role; empty when AWS did not tell
 * @param refused whether AWS answered that it does not accept the credentials
 * @param fault why there is no ARN, for a person; empty when there is one
 */
public record Caller(Optional<String> arn, boolean refused, String fault) {}
