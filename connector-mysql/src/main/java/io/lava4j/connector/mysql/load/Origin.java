package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.ObjectStore.StoredObject;

/**
 * Where the rows of a statement come from.
 *
 * @param object the object
 * @param part which part of it, from 1; 0 when it is the whole
 */
record Origin(StoredObject object, int part) {

    static Origin whole(StoredObject object) {
        return new Origin(object, 0);
    }

    /** The object, to begin a sentence about one of its rows. */
    String objectName() {
        return "object '" + object.uri() + "'";
    }

    /** To begin a sentence about all of its rows. */
    String name() {
        return part == 0 ? objectName() : "part " + part + " of " + objectName();
    }

    /** To begin what is said of the number of its rows. */
    String where() {
        return part == 0 ? "in all" : "in part " + part + " of it";
    }
}
