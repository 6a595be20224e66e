/** What ServiceLoader finds. */
package io.lava4j.connector.mysql.provider;
