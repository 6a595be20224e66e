/** MySQL as AWS runs it: what its connections have beside those of mysql. */
package io.lava4j.connector.mysql.aurora;
