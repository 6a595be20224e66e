/** Tokens in the place of passwords, for a connector to any database of RDS. */
package io.lava4j.aws.rds;
