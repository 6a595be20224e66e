/** From typed load options to SQL text: the one place where SQL is put together. */
package io.lava4j.connector.mysql.sql;
