package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;

/** The rows stay. */
record AppendMode(TableName fills) implements TableMode {}
