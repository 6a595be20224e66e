/** Loading objects into a table: everything checked first, then all of them in one transaction, or nothing. */
package io.lava4j.connector.mysql.load;
