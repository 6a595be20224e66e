/** The way to a server, step by step: for {@code lava check}. */
package io.lava4j.connector.mysql.check;
