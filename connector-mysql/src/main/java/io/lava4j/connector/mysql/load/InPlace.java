package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;

/** The target is filled as it is: all happens in the transaction. */
record InPlace(TableName target) implements Frame {

    @Override
    public String leaves() {
        return "table " + target + " is as it was";
    }
}
