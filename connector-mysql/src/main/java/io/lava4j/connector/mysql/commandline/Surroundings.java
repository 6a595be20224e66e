package io.lava4j.connector.mysql.commandline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the command line finds around it.
 *
 * @param path directories as the variable PATH lists them
 * @param clock tells when credentials end
 * @param look how often it is looked after what is in place
 */
record Surroundings(Supplier<String> path, InstantSource clock, Duration look) {

    static Surroundings inherited() {
        return new Surroundings(ClientSearch::inheritedPath, InstantSource.system(), Upkeep.LOOK);
    }
}
