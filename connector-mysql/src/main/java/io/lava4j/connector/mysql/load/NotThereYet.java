package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest;

/** Options that this connector does not have, refused by name. */
final class NotThereYet {

    private NotThereYet() {}

    static void refuse(LoadRequest request) {
        refuse(request.parallel() > 1, "parallel above 1");
    }

    private static void refuse(boolean asked, String option) {
        if (asked) {
            throw new ConfigurationException("option " + option + " is not there yet; leave it out");
        }
    }
}
